package se.ledfyr.console;

import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The commands behind `./ledfyr`, each a class of its own.
@Command(
        name = "ledfyr",
        subcommands = {
            RunCommand.class,
            GenerateCommand.class,
            ImportCommand.class,
            TablesCommand.class,
            AuditCommand.class
        },
        description = "The working system of a national referral mechanism.",
        mixinStandardHelpOptions = true)
public final class Console {

    private Console() {}

    /// Runs one command.
    ///
    /// @return the exit status: 0 done, 1 failed, 2 refused or called wrongly
    public static int run(String... arguments) {
        // The embedded server is watched by threads that log. Were they the first to, the reader would be warned of it.
        LoggerFactory.getILoggerFactory();
        return new CommandLine(new Console())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr()
                            .println("ledfyr: " + (failure.getMessage() == null ? failure : failure.getMessage()));
                    return 1;
                })
                .execute(arguments);
    }
}
