"""click in Indonesian: headings, the help option, and every complaint about a call."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import click


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


def complaint(error: click.ClickException) -> str:
    """Why a call was not understood, and how to see what would be."""
    path = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "paraf"
    match error:
        case click.NoSuchOption():
            said = f"Pilihan {error.option_name} tidak dikenal."
        case click.MissingParameter():
            name = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
            said = f"Masih kurang: {name}."
        case click.BadParameter():
            name = error.param.get_error_hint(error.ctx) if error.param and error.ctx else ""
            said = f"Nilai untuk {name} tidak dapat dipakai."
        case click.BadOptionUsage():
            said = f"Pilihan {error.option_name} memerlukan nilai."
        case _ if "No such command" in error.message:
            said = f"Perintah {error.message.split(chr(39))[1]} tidak ada."
        case _ if "unexpected extra argument" in error.message:
            said = "Ada kata yang berlebih pada perintah ini."
        case _:
            said = "Perintah ini tidak dimengerti."
    return f"{said} Bantuan: {path} --help"


def late(module: str) -> Callable[..., Any]:
    """A command's function, imported only when it is called, so that ``--help`` stays fast."""
    return getattr(import_module(f"paraf.commands.{module}"), module)  # type: ignore[no-any-return]
