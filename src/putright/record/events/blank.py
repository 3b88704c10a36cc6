"""The term of a value that was not taken down."""

NOT_RECORDED = "not_recorded"
