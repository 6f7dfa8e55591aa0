"""click in Indonesian: headings, the help option, the kinds of values, and every complaint about a call."""

import errno
from collections.abc import Callable, Sequence
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from paraf.commands.console import echo


class Command(click.Command):
    """A command whose help is Indonesian."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = "Tampilkan bantuan ini."
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = [
            piece.replace("[OPTIONS]", "[PILIHAN]").replace("COMMAND [ARGS]...", "PERINTAH …")
            for piece in self.collect_usage_pieces(ctx)
        ]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Pemakaian: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [record for parameter in self.get_params(ctx) if (record := parameter.get_help_record(ctx))]
        with formatter.section("Pilihan"):
            formatter.write_dl(rows)


class Group(Command, click.Group):
    """The command itself; lists its commands in the order they were declared."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        Command.format_options(self, ctx, formatter)
        rows = [(name, command.get_short_help_str(80)) for name, command in self.commands.items()]
        with formatter.section("Perintah"):
            formatter.write_dl(rows)


class Day(click.ParamType[date]):
    """A day written as year-month-day, within the years that a build can carry."""

    name = "tanggal"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        from paraf.adapters.clock import SPAN, YEARS

        try:
            day = value if isinstance(value, date) else datetime.strptime(value, "%Y-%m-%d").date()
        except ValueError:
            self.fail(f"'{echo(str(value))}' bukan tanggal. Tulis tahun-bulan-hari, misalnya 2026-01-15", param, ctx)
        if day.year not in YEARS:
            self.fail(f"tahunnya harus {SPAN}", param, ctx)
        return day


class Year(click.ParamType[int]):
    """A report year: four digits of this century."""

    name = "tahun"

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        text = str(value)
        if not (len(text) == 4 and text.isascii() and text.isdigit() and text.startswith("20")):
            self.fail(f"'{echo(text)}' bukan tahun. Tulis empat angka, misalnya 2027", param, ctx)
        return int(text)


class Nth(click.ParamType[int]):
    """Which of several: a number from 1 to 99."""

    name = "angka"

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        text = str(value)
        if not (text.isascii() and text.isdigit() and 0 < int(text[:3]) < 100):
            self.fail(f"'{echo(text)}' bukan urutan. Tulis angka 1 sampai 99", param, ctx)
        return int(text)


class OneOf(click.ParamType[str]):
    """One word of a closed list."""

    name = "pilihan"

    def __init__(self, *choices: str) -> None:
        self.choices = choices

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in self.choices:
            self.fail(f"'{echo(value)}' tidak ada. Pilih salah satu: {', '.join(self.choices)}", param, ctx)
        return value


class Folder(click.ParamType[Path]):
    """The root of a repository, as an absolute path."""

    name = "folder"

    def convert(self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        from paraf.errors import UsageError, reason

        given = echo(str(value))
        try:
            path = Path(value).resolve()
            if path.is_dir():
                return path
            if path.exists():
                raise UsageError(f'{given} adalah berkas, bukan folder. Sebut foldernya: --akar "{_root_of(path)}"')
        except RuntimeError:
            raise UsageError(f"{given} adalah tautan yang berputar. Sebut folder aslinya sesudah --akar.") from None
        except OSError as error:
            if Path(value) == Path():
                raise UsageError("Folder tempat Anda berada sudah dihapus. Pindah ke folder repositori.") from error
            why = "namanya terlalu panjang" if error.errno == errno.ENAMETOOLONG else reason(error)
            raise UsageError(f"{given} tidak dapat dibuka: {why}. Periksa alamat sesudah --akar.") from error
        raise UsageError(f"Folder {given} tidak ada. Periksa alamat sesudah --akar.")


def _root_of(file: Path) -> Path:
    """The folder that was probably meant when a file was named: the nearest one that holds ``sop/``."""
    return next((folder for folder in file.parents if (folder / "sop").is_dir()), file.parent)


def complaint(error: click.ClickException, program: str) -> str:
    """Why a call was not understood, and how to see what would be."""
    path = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else program
    return f"{_said(error)} Bantuan: {path} --help"


def _said(error: click.ClickException) -> str:
    match error:
        case click.NoSuchCommand():
            return f"Perintah '{echo(error.command_name)}' tidak ada.{_nearest(error.possibilities)}"
        case click.NoSuchOption():
            return f"Pilihan {echo(error.option_name)} tidak dikenal.{_nearest(error.possibilities)}"
        case click.MissingParameter():
            name = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
            return f"Masih kurang: {name}."
        case click.BadParameter():
            name = error.param.get_error_hint(error.ctx) if error.param and error.ctx else ""
            return f"Nilai untuk {name} tidak dapat dipakai: {error.message}."
        case click.BadOptionUsage() if "does not take a value" in error.message:
            return f"Pilihan {error.option_name} tidak memakai nilai. Tulis {error.option_name} saja."
        case click.BadOptionUsage():
            return f"Pilihan {error.option_name} memerlukan nilai."
        case _ if "unexpected extra argument" in error.message:
            return "Ada kata yang berlebih pada perintah ini."
        case _ if "Missing command" in error.message:
            return "Perintahnya belum disebut."
        case _:
            return "Perintah ini tidak dimengerti."


def _nearest(possibilities: Sequence[str] | None) -> str:
    return f" Mungkin maksudnya '{possibilities[0]}'." if possibilities else ""


def late(module: str) -> Callable[..., Any]:
    """A command's function, imported only when it is called, so that ``--help`` stays fast."""
    return getattr(import_module(f"paraf.commands.{module}"), module)  # type: ignore[no-any-return]
