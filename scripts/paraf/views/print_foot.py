"""The foot of every printed page: office, SOP, date, page x of y; browsers that know page margins print it."""

from datetime import date

from paraf.sop.dates import write_date
from paraf.sop.repository import Repository

PATH = "aset/kaki.css"


def foot_css(repo: Repository, today: date) -> str:
    """A stylesheet of its own, because only the data know the words."""
    office = f"{repo.office.nama} {repo.office.tempat}"
    version = f"{repo.sop.identity.nomor} · keadaan per {write_date(today)}"
    style = 'font: 7pt "Plus Jakarta Sans", sans-serif; color: #333;'
    return (
        "@page {\n"
        f"  @bottom-left {{ content: {quoted(office)}; {style} }}\n"
        f"  @bottom-center {{ content: {quoted(version)}; {style} }}\n"
        f'  @bottom-right {{ content: "halaman " counter(page) " dari " counter(pages); {style} }}\n'
        "}\n"
    )


def quoted(text: str) -> str:
    """A CSS string in which nothing but letters and digits stands for itself."""
    inner = "".join(char if char.isalnum() or char in " .,/-·" else f"\\{ord(char):x} " for char in text)
    return f'"{inner}"'
