"""Each stored projection has the name and the columns of its fact table."""

import pytest

from putright.casework.models import PROJECTIONS
from putright.facts import schema


@pytest.mark.parametrize("table", schema.TABLES, ids=lambda table: table.name)
def test_a_projection_s_model_is_its_fact_table(table: schema.FactTable) -> None:
    model = PROJECTIONS[table.name]
    assert model._meta.db_table == table.name
    assert [field.column for field in model._meta.fields] == [column.name for column in table.columns]
