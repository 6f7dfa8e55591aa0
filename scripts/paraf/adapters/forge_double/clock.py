"""The time of the double: it stands still until somebody moves it."""

from datetime import UTC, datetime, timedelta


class Clock:
    """Every time the double tells comes from here, in whole seconds of UTC, as GitHub's do."""

    def __init__(self, now: datetime = datetime(2026, 1, 5, 1, tzinfo=UTC)) -> None:
        self._now = now

    def at(self, moment: datetime) -> None:
        """It is now this moment; one without a zone is UTC."""
        zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        self._now = zoned.astimezone(UTC).replace(microsecond=0)

    def forward(self, span: timedelta) -> None:
        """Time passes."""
        self.at(self._now + span)

    @property
    def now(self) -> datetime:
        """The moment, in UTC."""
        return self._now

    @property
    def stamp(self) -> str:
        """The moment as GitHub writes it."""
        return self._now.strftime("%Y-%m-%dT%H:%M:%SZ")

    @property
    def seconds(self) -> int:
        """The moment in seconds since 1970."""
        return int(self._now.timestamp())
