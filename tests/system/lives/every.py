"""Every life that is told, in the order in which the page of the lives tells them."""

from __future__ import annotations

from tests.system.lives.told.adults import ADULTS
from tests.system.lives.told.children import CHILDREN
from tests.system.lives.told.code import CODE_2024
from tests.system.lives.told.conference import CONFERENCE
from tests.system.lives.told.coventry import COVENTRY
from tests.system.lives.told.early_referral import EARLY_REFERRAL
from tests.system.lives.told.hampshire import HAMPSHIRE
from tests.system.lives.told.harrow import HARROW
from tests.system.lives.told.nhs import NHS
from tests.system.lives.told.ombudsman import OMBUDSMAN
from tests.system.lives.told.schools import SCHOOLS
from tests.system.lives.told.stockport import STOCKPORT

LIVES = (
    CHILDREN, EARLY_REFERRAL, ADULTS, HARROW, NHS, HAMPSHIRE, COVENTRY, STOCKPORT, CODE_2024, SCHOOLS, CONFERENCE,
    OMBUDSMAN,
)  # fmt: skip
