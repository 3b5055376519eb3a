package se.ledfyr.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The application as its users start it: a process of its own with 512 MB of heap, whose collections are watched.
final class Program implements AutoCloseable {

    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\((\\d+)M\\)");

    private final Process process;
    private final Path log;
    private final int port;

    private Program(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /// `ledfyr run` on a data folder, ready for visitors.
    static Program run(Path data) throws IOException {
        int port = freePort();
        Program program =
                start(false, port, "run", "--empty", "--port", String.valueOf(port), "--data", data.toString());
        BufferedReader said =
                new BufferedReader(new InputStreamReader(program.process.getInputStream(), StandardCharsets.UTF_8));
        String line = said.readLine();
        while (line != null && !line.startsWith("Ledfyr is ready")) {
            line = said.readLine();
        }
        if (line == null) {
            throw new IOException("Ledfyr did not start");
        }
        return program;
    }

    /// One command, until it has ended.
    ///
    /// @return its exit status
    static Ended call(String... arguments) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (Program program = start(true, 0, arguments)) {
            try (BufferedReader said = new BufferedReader(
                    new InputStreamReader(program.process.getInputStream(), StandardCharsets.UTF_8))) {
                said.lines().filter(line -> !line.startsWith("Line ")).forEach(System.out::println);
            }
            int status = program.process.waitFor();
            return new Ended(status, (System.nanoTime() - start) / 1e9, program.heap());
        }
    }

    record Ended(int status, double seconds, Heap heap) {}

    /// @param peak largest heap in use when a collection began, MB
    /// @param live largest heap in use after a collection, MB
    record Heap(int peak, int live) {

        @Override
        public String toString() {
            return "heap peak %d MB, after collection %d MB".formatted(peak, live);
        }
    }

    int port() {
        return port;
    }

    /// Ends the program as a power cut would, without a word; its database is left behind.
    void kill() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        Files.deleteIfExists(log);
    }

    /// Processor time of the application alone, without its database, in seconds: unlike waiting, it does not grow when
    /// others use the machine too.
    double processorSeconds() {
        return process.toHandle()
                .info()
                .totalCpuDuration()
                .map(time -> time.toMillis() / 1000.0)
                .orElse(Double.NaN);
    }

    /// Heap since the start of the process, of 512 MB.
    Heap heap() throws IOException {
        int peak = 0;
        int live = 0;
        for (String line : Files.readAllLines(log)) {
            Matcher found = COLLECTION.matcher(line);
            if (found.find()) {
                peak = Math.max(peak, Integer.parseInt(found.group(1)));
                live = Math.max(live, Integer.parseInt(found.group(2)));
            }
        }
        return new Heap(peak, live);
    }

    private static Program start(boolean together, int port, String... arguments) throws IOException {
        Path log = Files.createTempFile("ledfyr-gc", ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Xlog:gc:file=" + log,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "se.ledfyr.LedfyrApplication"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(together)
                .redirectError(together ? ProcessBuilder.Redirect.PIPE : ProcessBuilder.Redirect.INHERIT)
                .start();
        return new Program(process, log, port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(log);
    }
}
