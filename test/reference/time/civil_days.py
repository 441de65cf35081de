"""When civil days begin, from Python's zoneinfo: writes fixtures/civil-days.json.

For each zone the first instant of every civil day from 1990-01-01 to 2035-12-31, as runs `[day, shift]`: from that
day on (days since 1970-01-01), and until the next run, a day begins at `day * 86400 - shift` seconds. The instant is
the first whose local date is that day or a later one. Also the first day and the number of weeks of ISO years.

Run: /usr/bin/python3 test/reference/time/civil_days.py
"""

import datetime
import json
import pathlib
import platform
import zoneinfo

DAY = 86_400
FIRST = datetime.date(1990, 1, 1).toordinal() - datetime.date(1970, 1, 1).toordinal()
LAST = datetime.date(2035, 12, 31).toordinal() - datetime.date(1970, 1, 1).toordinal()
ZONES = [
    "Africa/Casablanca", "Africa/Cairo", "America/New_York", "America/Santiago", "America/Sao_Paulo",
    "America/St_Johns", "America/Toronto", "Asia/Amman", "Asia/Gaza", "Asia/Kathmandu", "Asia/Kolkata",
    "Asia/Tehran", "Atlantic/Azores", "Australia/Lord_Howe", "Europe/Berlin", "Europe/London", "Pacific/Apia",
    "Pacific/Chatham", "Pacific/Kwajalein", "UTC",
]


def offset(zone, seconds):
    moment = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).astimezone(zone)
    return int(moment.utcoffset().total_seconds())


def segments(zone):
    """Stretches of time with one offset, `(start, end, offset)`, by scanning every 6 hours and halving."""
    start = position = (FIRST - 7) * DAY
    end = (LAST + 7) * DAY
    current = offset(zone, position)
    while position < end:
        following = position + 6 * 3600
        if offset(zone, following) != current:
            low, high = position, following
            while high - low > 1:
                middle = (low + high) // 2
                if offset(zone, middle) == current:
                    low = middle
                else:
                    high = middle
            yield start, high, current
            start, current = high, offset(zone, high)
        position = following
    yield start, end, current


def runs(zone):
    stretches = list(segments(zone))
    result = []
    for day in range(FIRST, LAST + 1):
        # The local clock runs forward within a stretch, so each has one earliest candidate; the first of all counts.
        begins = min(
            max(start, day * DAY - shift)
            for start, end, shift in stretches
            if end + shift > day * DAY and start + shift < (day + 3) * DAY
        )
        shift = day * DAY - begins
        if not result or result[-1][1] != shift:
            result.append([day, shift])
    return result


def iso_years():
    for year in range(1989, 2037):
        monday = datetime.date.fromisocalendar(year, 1, 1)
        weeks = datetime.date(year, 12, 28).isocalendar().week
        yield [year, monday.toordinal() - datetime.date(1970, 1, 1).toordinal(), weeks]


def tzdata_version():
    for folder in zoneinfo.TZPATH:
        listing = pathlib.Path(folder, "tzdata.zi")
        if listing.exists():
            return listing.read_text().splitlines()[0].removeprefix("# version ")
    return "unknown"


fixture = {
    "source": f"Python {platform.python_version()} zoneinfo, tzdata {tzdata_version()}",
    "firstDay": FIRST,
    "lastDay": LAST,
    "zones": {name: runs(zoneinfo.ZoneInfo(name)) for name in ZONES},
    "isoYears": list(iso_years()),
}
lines = json.dumps(fixture, separators=(",", ":")).replace('"],', '"],\n').replace(']],"', ']],\n"')
pathlib.Path(__file__).with_name("fixtures").joinpath("civil-days.json").write_text(lines + "\n")
