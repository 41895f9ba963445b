"""One story that shows what a text can hold: pull quote, box of facts, embed, another story."""

from __future__ import annotations

from django.contrib.auth.models import User

from articles.demo.stories import Desk
from articles.models import PublishedStory, Story
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish
from articles.publishing.save import save
from articles.text.sanitise import clean_body
from articles.vocabularies import PhotoRole

BEFORE = """
<p>For eleven winters the signal lamps on the Tarn line were lit by hand. This month the last of
them went over to the wire, and the woman who lit them has written down what each one used to
say.</p>
<p>“A lamp is not a light,” says Ilse Marten, 71, on the bench where she waited out the night
trains. “A light only lets you see. A lamp tells you what somebody else has seen.”</p>
<blockquote data-kind="pull"><p>A light only lets you see. A lamp tells you what somebody else has
seen.</p><p><cite>Ilse Marten, lamp keeper</cite></p></blockquote>
<h2>What The Colours Meant</h2>
<p>Green was never simply “go”. On the river side it meant that the keeper had walked the bridge
herself and found it dry.</p>
<aside data-kind="fact"><h3>The Tarn line in figures</h3><ul>
<li>19 lamps between the quarry and the port</li><li>4 trains a night until 2011, one today</li>
<li>0 accidents on the bridge</li></ul></aside>
<p>The railway has filmed her last round.</p>
<figure data-embed="https://www.youtube.com/watch?v=lantern-tarn"><figcaption>The last round
along the Tarn line, four minutes, without words</figcaption></figure>
<p>Her notebook goes to the town library, next to the seeds.</p>
"""
PERSIAN = """
<p>یازده زمستان چراغ‌های راه‌آهن را با دست روشن می‌کردند. این ماه آخرین چراغ هم به برق پیوست.</p>
<blockquote data-kind="pull"><p>نور فقط می‌گذارد ببینی؛ چراغ می‌گوید دیگری چه دیده است.</p>
<p><cite>ایلزه مارتن، چراغ‌بان</cite></p></blockquote>
<aside data-kind="fact"><h3>خط تارن در چند عدد</h3><ul><li>۱۹ چراغ از معدن تا بندر</li>
<li>یک قطار در شب</li></ul></aside>
<figure data-embed="https://t.me/lantern_demo/19"><figcaption>آخرین گشت شبانه، چهار
دقیقه</figcaption></figure>
<p>دفتر او به کتابخانهٔ شهر می‌رود.</p>
"""


def show_components(desk: Desk, staff: dict[str, User]) -> None:
    other = PublishedStory.objects.on_air().filter(service=desk.built.services["en"]).first()
    link = f'<figure data-story="{other.pk}"></figure>' if other else ""
    lamps = _begin(
        desk,
        "en",
        staff["editor"],
        "What The Signal Lamps Used To Say",
        BEFORE + link,
        "railway-steppe",
    )
    persian = _begin(desk, "fa", staff["fa-editor"], "چراغ‌ها چه می‌گفتند", PERSIAN, "bazaar-light")
    for story, hours in ((lamps, 30), (persian, 29)):
        save(story, actor=story.created_by or SYSTEM, now=desk.ago(hours * 60 + 5))
        publish(story, actor=story.created_by or SYSTEM, now=desk.ago(hours * 60))


def _begin(desk: Desk, slug: str, editor: User, headline: str, body: str, photo: str) -> Story:
    story = Story.objects.create(
        service=desk.built.services[slug],
        section=desk.built.sections[slug, "society"],
        headline=headline,
        body=clean_body(body),
        created_by=editor,
    )
    story.story_photos.create(photo=desk.photos[photo], role=PhotoRole.LEAD)
    return story
