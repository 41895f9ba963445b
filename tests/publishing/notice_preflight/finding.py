"""What stands against a notice, by code and in words."""

from articles.publishing.notice_preflight import notice_problems


def found(notice, now):
    return [(problem.code, problem.blocks) for problem in notice_problems(notice, now)]


def told(notice, now):
    return " ".join(problem.message for problem in notice_problems(notice, now))
