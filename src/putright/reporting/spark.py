"""The same SQL texts on Spark SQL, over the Parquet files of the facts. The product's own lock has no pyspark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from putright.reporting.parquet import parquet_files


class NoSpark(RuntimeError):
    """Spark cannot be asked from here; the message says what is missing."""


class Session(Protocol):
    """What is asked of a Spark session."""

    def sql(self, text: str, /) -> Any:
        """The rows of a statement, once they are collected."""


class SparkEngine:
    """The fact tables as views of a Spark session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of `sql`."""
        rows: Sequence[Any] = self._session.sql(sql).collect()
        return [tuple(row) for row in rows]


@contextmanager
def spark_engine(master: str, folder: Path) -> Iterator[SparkEngine]:
    """Spark at `master` (spark://host:port, or local[*]) with the facts of `folder`, which all its workers can read.

    Raises NoSpark where pyspark is not installed, NoParquet where the folder holds no facts.
    """
    files = parquet_files(folder)
    try:
        builder = import_module("pyspark.sql").SparkSession.builder
    except ModuleNotFoundError as cause:
        raise NoSpark("pyspark is not installed here: pip install -r requirements/spark.txt") from cause
    quiet = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false"}
    session = builder.master(master).appName("Putright").config(map=quiet).getOrCreate()
    try:
        for table, path in files.items():
            session.read.parquet(str(path.resolve())).createOrReplaceTempView(table)
        yield SparkEngine(session)
    finally:
        session.stop()
