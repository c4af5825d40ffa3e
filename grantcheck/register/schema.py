"""The tables of the register. Rows are added and never changed."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
    UniqueConstraint,
)

metadata = MetaData()

schema_table = Table(
    "register_schema",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
)
"""The migrations that were made."""

batch_table = Table(
    "register_batch",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("file", String, nullable=False),
    Column("file_sha256", String(64), nullable=False),
    Column("reading_sha256", String(64), nullable=False),
    Column("imported_at", String(40), nullable=False),  # ISO 8601, UTC
    Column("known_from", Date, nullable=False),
    Column("first_year", Integer, nullable=False),
    Column("last_year", Integer, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("refused", Integer, nullable=False),
    UniqueConstraint("file_sha256", "reading_sha256"),
)

LINE_KEY = (
    "grant_id",
    "agreement",
    "control_area",
    "committee",
    "appropriation",
    "activity",
    "price_level",
)
"""What tells the lines of a grant apart; empty text where a line does not say."""

line_table = Table(
    "register_line",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    *(Column(name, String, nullable=False) for name in LINE_KEY),
)

allocation_table = Table(
    "register_allocation",
    metadata,
    Column("batch", Integer, ForeignKey("register_batch.id"), primary_key=True),
    Column("line", Integer, ForeignKey("register_line.id"), primary_key=True),
    Column("year", SmallInteger, primary_key=True),
    Column("sign", SmallInteger, primary_key=True),  # -1 a cancellation, else 1
    Column("amount", BigInteger, nullable=False),  # whole kroner
    Column("permanent", Boolean, nullable=False),
)

title_table = Table(
    "register_title",
    metadata,
    Column("batch", Integer, ForeignKey("register_batch.id"), primary_key=True),
    Column("grant_id", String, primary_key=True),
    Column("title", String, nullable=False),
)
