package se.ledfyr.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import se.ledfyr.audit.ChainCheck;
import se.ledfyr.audit.ChainState;
import se.ledfyr.installation.Installation;

/// `ledfyr audit`: looking after the record of who saw and changed what.
@Command(name = "audit", description = "Look after the audit log.", mixinStandardHelpOptions = true)
class AuditCommand {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Command(
            name = "verify",
            description = "Walk the whole chain and name the first broken link.",
            exitCodeListHeading = "Exit status:%n",
            exitCodeList = {"0:the chain is whole", "2:it is broken, or there is none"},
            mixinStandardHelpOptions = true)
    int verify(@Mixin DataOption data) throws SQLException {
        Path folder = data.folder();
        if (!Files.isDirectory(folder)) {
            spec.commandLine().getErr().println("ledfyr: no installation in " + folder);
            return 2;
        }
        try (Installation installation = Installation.open(folder, System.getenv(), false);
                Connection owner = installation.lookAsOwner()) {
            return report(ChainCheck.check(owner));
        }
    }

    private int report(ChainState state) {
        return switch (state) {
            case ChainState.Whole(long entries, String head) -> {
                say("The audit chain is whole: %d entries, head %s".formatted(entries, head));
                yield 0;
            }
            case ChainState.Broken(long seq, ChainState.Fault fault) -> {
                say("The audit chain is broken at entry %d: %s".formatted(seq, inWords(fault)));
                yield 2;
            }
        };
    }

    private static String inWords(ChainState.Fault fault) {
        return switch (fault) {
            case MISSING -> "it is missing";
            case ALTERED -> "it has been altered";
            case MOVED -> "it has been moved from another place";
            case CUT_OFF -> "it and all later entries have been cut off";
            case WRONG_HEAD -> "it is the last, but the kept end of the chain is another";
        };
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
