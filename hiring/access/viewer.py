"""Who may see what: the viewer every question runs for, what is kept from them.

Locally there is one viewer, who sees all. The scope is always written out as lists of values; an empty list
means nothing at all, never everything. Regions, roles and teams are left out by the questions themselves; names, small
groups and what stands in the files as it stood there are kept back here, by what a question's header declares.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from hiring.access import confined
from hiring.access.small_groups import too_small
from hiring.config import SMALLEST_GROUP

#: Whose work may need selection rates of groups; a right of their own for it comes with signing in.
MAY_SEE_FAIRNESS = frozenset({"hr", "admin"})


class NotAllowedError(PermissionError):
    """The viewer may not see this; the text is one line for them."""


@dataclass(frozen=True)
class Team:
    """Whom somebody sees who sees a team alone, written out: hires as `<employee_id>.<hire_date>`, openings, people."""

    hires: tuple[str, ...]
    openings: tuple[str, ...]
    people: tuple[str, ...]


@dataclass(frozen=True)
class Interviewers:
    """Whose figures as an interviewer somebody sees by name: those of these ids alone, or all but theirs."""

    ids: tuple[str, ...] = ()
    are_all_but: bool = True

    def may_be_named(self, ids: pd.Series) -> pd.Series[bool]:
        """Which of these interviewers."""
        return ids.isin(list(self.ids)) != self.are_all_but


#: Everybody's figures by name, and nobody's.
EVERY_INTERVIEWER = Interviewers()
NO_INTERVIEWERS = Interviewers(are_all_but=False)


@dataclass(frozen=True)
class Viewer:
    """Who is looking: `role` is sales, hr, review or admin; regions and role profiles are those they may see.

    `team` bounds it further, to the people of a team; None is no such bound. `interviewers` are those whose figures
    they see by name, where they see names at all or their own. `is_keeper`: may build, map files, settle matches.
    """

    viewer_id: str
    role: str
    regions: tuple[str, ...]
    role_profiles: tuple[str, ...]
    sees_names: bool
    team: Team | None = None
    interviewers: Interviewers = EVERY_INTERVIEWER
    is_keeper: bool = False

    def parameters(self) -> dict[str, object]:
        """The scope as the parameters every question over people wants."""
        team = self.team or Team((), (), ())
        return {
            "viewer_regions": list(self.regions),
            "viewer_role_profiles": list(self.role_profiles),
            "viewer_sees_every_team": self.team is None,
            "viewer_hires": list(team.hires),
            "viewer_openings": list(team.openings),
            "viewer_people": list(team.people),
        }

    def sight(self) -> Viewer:
        """What may be seen, whoever sees it: two viewers of one sight get the very same answers."""
        role = self.role if self.role in MAY_SEE_FAIRNESS else ""
        return replace(self, viewer_id="", role=role and "hr", is_keeper=False)

    @property
    def sees_every_interviewer(self) -> bool:
        """Whether figures of all interviewers are told to them by name."""
        return self.sees_names and self.interviewers == EVERY_INTERVIEWER

    @property
    def sees_interviewers(self) -> bool:
        """Whether figures of single interviewers are told to them by name: of some at least."""
        if self.interviewers.are_all_but:
            return self.sees_names
        return bool(self.interviewers.ids)

    @property
    def keeps_second_look(self) -> bool:
        """Whether people who were turned down may be named to them (Second look).

        Once people sign in, this is the place for the company's named keepers of the list; until then names decide.
        """
        return self.sees_names

    def sees_fairness(self, values: pd.DataFrame) -> bool:
        """Whether they may see what is confined: by role, and only where nothing of the company is kept from them.

        A viewer of one region could take its groups from what changes as people come and go.
        """
        return self.role in MAY_SEE_FAIRNESS and self.sees_all(values)

    def sees_all(self, values: pd.DataFrame) -> bool:
        """Whether the scope holds every region and role profile there is (`shared/viewer_values`)."""
        mine = {("regions", one) for one in self.regions}
        mine |= {("role_profiles", one) for one in self.role_profiles}
        return (
            self.team is None and set(zip(values["value_name"], values["viewer_value"], strict=True)) <= mine
        )


def local_viewer(regions: Iterable[str], role_profiles: Iterable[str]) -> Viewer:
    """The one person at this machine, who sees everything there is, written out."""
    return Viewer("local", "admin", tuple(regions), tuple(role_profiles), sees_names=True, is_keeper=True)


@dataclass(frozen=True)
class Rows:
    """What the rows of an answer are, as the header of its question declares it.

    `name_people`: each is about one person and names them. `are_single`: each is about one person whom nothing but
    ids tells apart, for sums and statistics. `for_estimates`: they are of the whole company, and nobody is shown any.
    `counts`: the column of group sizes, empty where no row is about a group.
    `groups`: the column single rows are summed up by, then the one that says how many each counts, if not one.
    `confined`: the columns that `access.confined.told` goes by; such rows stay on their page.
    `hides`: what a small group loses instead of being left out itself. `raw`: columns that hold what stood in a file
    as it stood there, of whatever region, names and addresses among it. `for_rights`: they decide who sees what, and
    nobody is shown any. `interviewers`: the column of ids of interviewers whose figures stand under their names.
    """

    name_people: bool = False
    are_single: bool = False
    for_estimates: bool = False
    counts: str = ""
    groups: tuple[str, ...] = ()
    hides: tuple[str, ...] = ()
    raw: tuple[str, ...] = ()
    confined: tuple[str, ...] = ()
    for_rights: bool = False
    interviewers: str = ""


def permitted(
    frame: pd.DataFrame, viewer: Viewer, rows: Rows, *, sees_everyone: bool, key: str = ""
) -> pd.DataFrame:
    """What this viewer may see of an answer; `sees_everyone`: no region and no role is missing from their scope.

    Who does not see names and everyone gets no raw cell: nobody knows of whom it speaks. A viewer without names gets
    no row that names a person, other ids in place of a single person's, made with `key`, and no group that is
    `too_small`, of single rows neither. Raises `NotAllowedError` for questions that name people, and to everybody for
    rows that are for estimates alone.
    """
    if rows.for_estimates or rows.for_rights:
        what = "estimates" if rows.for_estimates else "rights"
        raise NotAllowedError(f"these rows are for {what} alone: nobody is shown them")
    if rows.interviewers and viewer.sees_interviewers:
        may = viewer.interviewers.may_be_named(frame[rows.interviewers])
        return frame if may.all() else frame[may].reset_index(drop=True)
    if rows.confined:
        if not (sees_everyone and viewer.role in MAY_SEE_FAIRNESS):
            raise NotAllowedError(
                "selection rates of groups are for HR alone, and only for the whole company"
            )
        return confined.told(frame, rows.confined)
    if rows.raw and not (viewer.sees_names and sees_everyone):
        frame = _blanked(frame, rows.raw, frame.index == frame.index)
    if viewer.sees_names:
        return frame
    if rows.name_people:
        raise NotAllowedError("this list names people, and your access does not include names")
    if rows.are_single:
        return _disguised(_ungrouped(frame, rows.groups), key)
    if rows.counts not in frame.columns:
        return frame
    hidden = too_small(frame[rows.counts].fillna(0))
    return _blanked(frame, rows.hides, hidden) if rows.hides else frame[~hidden].reset_index(drop=True)


def to_be_shown(viewer: Viewer, rows: Rows) -> None:
    """Raises `NotAllowedError` where single people's rows are for sums alone and the viewer may not see names."""
    if rows.are_single and not viewer.sees_names:
        raise NotAllowedError("these rows are about single people, and your access does not include names")


def _blanked(frame: pd.DataFrame, columns: Iterable[str], where: pd.Series | np.ndarray) -> pd.DataFrame:
    """A copy without what stands in these columns of these rows; a column that is not there is a fault of ours."""
    return frame.assign(**{name: frame[name].mask(where) for name in columns})


def _ungrouped(frame: pd.DataFrame, groups: tuple[str, ...]) -> pd.DataFrame:
    """Single rows of small groups without their group, for the sum of all; none where all are a small group."""
    if not groups:
        return frame
    by, *counted = groups
    sizes = (frame[counted[0]] if counted else pd.Series(1, frame.index)).groupby(frame[by]).sum()
    small = sizes[too_small(sizes)]
    if 0 < small.sum() < SMALLEST_GROUP:
        return frame.iloc[:0]
    return _blanked(frame, (by,), frame[by].isin(small.index))


def _disguised(frame: pd.DataFrame, key: str) -> pd.DataFrame:
    """A copy with other ids: the same for the same id in every answer. An id may be an address, or a name."""
    changed = {}
    for name in (str(one) for one in frame.columns if str(one).endswith("_id")):
        places, ids = pd.factorize(frame[name])
        others = np.array([*(_other_id(str(one), key) for one in ids), None], dtype=object)
        changed[name] = pd.Series(others[places], index=frame.index, dtype=frame[name].dtype)
    return frame.assign(**changed)


def _other_id(one: str, key: str) -> str:
    return hashlib.blake2b(one.encode(), key=key.encode()[:64], digest_size=8).hexdigest()
