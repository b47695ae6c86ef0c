"""What does the quarter say to both departments, in one page to decide by?"""

from hiring import metrics
from hiring.access.scope import UsageError, of_whole_time
from hiring.findings.review import quarter as quarters
from hiring.findings.review.screen import Screen
from hiring.serving import review as packs
from hiring.serving import session
from hiring.showing import filters, page, preparing, presenting, review
from hiring.showing.choices import named

NOTHING = "Of this quarter the data say nothing"


def show() -> None:
    """Draw the page, or the screen of it that is presented."""
    if presenting.frozen_id():
        return review.presented_frozen(presenting.frozen_id())
    scope, choices = filters.current(), session.choices()
    starts_in = choices.fiscal_year_starts_in
    latest = quarters.latest(choices.last_day, starts_in)
    asked = named(review.QUARTER)
    offered = quarters.offered(choices.first_day, choices.last_day, starts_in, also=asked)
    key, audience = review.chosen(offered or (latest,), latest, sees_names=session.viewer().sees_names)
    try:
        pack = packs.pack(of_whole_time(scope), quarters.quarter(key, starts_in), audience)
    except UsageError as error:
        if presenting.is_on():
            return presenting.show(review.KICKER, (Screen("", NOTHING, str(error)),), "")
        page.lead(review.KICKER, NOTHING, str(error))
        return page.footer(f"Definitions v{metrics.VERSION}.")
    every, trouble = packs.frozen()
    of = quarters.quarter(key, starts_in)
    pack = review.with_news(pack, of, every)
    preparing.recall(of, audience)
    if presenting.is_on():
        return review.presented(pack)
    page.lead(f"{review.KICKER} · {pack.quarter} · for {pack.audience}", pack.lead, pack.standfirst)
    review.drawn(pack)
    review.taken_along(
        pack, of, audience, every, trouble, may_freeze=session.sees_everyone() and audience == review.MEETING
    )
    return page.footer(f"Definitions v{metrics.VERSION}.", has_evidence=True)
