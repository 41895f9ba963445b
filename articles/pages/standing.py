def forget() -> None:
    pass
