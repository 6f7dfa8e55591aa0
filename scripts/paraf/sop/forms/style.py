"""``sop/gaya-selingkung.yml``: the words of the house."""

from paraf.sop.forms.words import Record, Text, Version


class Term(Record, frozen=True):
    """A wording that is not used, and the one that is; ``alasan`` is printed with it."""

    salah: Text
    benar: Text
    alasan: str | None = None


class StyleFile(Record, frozen=True):
    """The whole file.

    ``isian`` are placeholders nobody meant to publish; ``nama_sendiri`` the names that are ours, ``nama_lain`` other
    agencies and places that a report may speak of; ``konteks_tahun`` words before a year that make it a citation;
    ``ejaan`` words the dictionary does not know.
    """

    skema: Version
    istilah: tuple[Term, ...] = ()
    isian: tuple[Text, ...] = ()
    nama_sendiri: tuple[Text, ...] = ()
    nama_lain: tuple[Text, ...] = ()
    konteks_tahun: tuple[Text, ...] = ()
    ejaan: tuple[Text, ...] = ()
