"""What each rights basis demands, in the sentence that stands beside the field."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from articles.vocabularies import RightsBasis

DEMANDED = {
    RightsBasis.STAFF.value: _("Demands: a credit with the photographer or the house."),
    RightsBasis.COMMISSIONED.value: _(
        "Demands: the photographer's credit, and the end of the rights where one was agreed."
    ),
    RightsBasis.AGENCY.value: _(
        "Demands: the agency's credit as it prescribes it, the source, "
        "and the services that the subscription covers (below, as leases)."
    ),
    RightsBasis.HANDOUT.value: _("Demands: who handed it out, as source, and in the credit."),
    RightsBasis.SOCIAL.value: _(
        "Demands: the account as source, and who permitted the use, when and how."
    ),
    RightsBasis.CREATIVE_COMMONS.value: _(
        "Demands: the author's credit and the licence, which goes out with the photo."
    ),
    RightsBasis.PUBLIC_DOMAIN.value: _("Demands: where it comes from, in the credit."),
    RightsBasis.SCREENGRAB.value: _(
        "Demands: the programme or account as source, and in the credit. Use it sparingly."
    ),
    RightsBasis.UNKNOWN.value: _("Nobody has said why it may be used: find out before publishing."),
}
