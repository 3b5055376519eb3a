package se.ledfyr.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Looks through every part of a workbook before anything reads it, and lets no harm in.
///
/// A workbook is an archive of XML that somebody else packed. It may unpack to a thousand times its size, point at
/// other files and servers, declare entities that multiply, carry programs, or name a cell so far to the right that
/// a reader fills the memory up to it. Nothing is trusted that the archive says about itself: what is limited is
/// counted while unpacking.
final class WorkbookGate {

    static final int MAX_PARTS = 500;
    static final long MAX_UNPACKED = 512L << 20;
    /// Shared texts are the one part that a reader keeps in memory as a whole.
    static final long MAX_SHARED_TEXTS = 48L << 20;

    static final long MAX_SMALL_PART = 8L << 20;
    static final int MAX_RATIO = 200;
    private static final long RATIO_COUNTS_FROM = 1L << 20;
    private static final Pattern REFERS_ELSEWHERE =
            Pattern.compile("/(externallinks|embeddings|activex|querytables)/|/connections\\.xml$|oleobject");
    private static final Pattern PROGRAM = Pattern.compile("vbaproject|macrosheets|\\.(bin|exe|dll|js|vbs)$");
    private static final Pattern HARMLESS_BINARY = Pattern.compile("/printersettings/[^/]*\\.bin$");

    private long unpacked;

    private WorkbookGate() {}

    /// @throws FileRefused naming the first thing that is not let in
    /// @throws IOException when the file cannot be read
    static void pass(Path file) throws IOException {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            new WorkbookGate().pass(archive);
        } catch (ZipException | IllegalArgumentException damaged) {
            throw new FileRefused(1, Problem.of("workbook-damaged"));
        } catch (java.io.EOFException cutOff) {
            throw new FileRefused(1, Problem.of("workbook-damaged"));
        }
    }

    private void pass(ZipFile archive) throws IOException {
        Set<String> names = new HashSet<>();
        Enumeration<? extends ZipEntry> parts = archive.entries();
        while (parts.hasMoreElements()) {
            ZipEntry part = parts.nextElement();
            String name = part.getName().toLowerCase(Locale.ROOT);
            if (!names.add(name) || names.size() > MAX_PARTS) {
                throw new FileRefused(1, Problem.of("workbook-damaged"));
            }
            refuseByName("/" + name);
            if (!part.isDirectory()) {
                passContent(archive, part, name);
            }
        }
        if (!names.contains("xl/workbook.xml")) {
            throw new FileRefused(1, Problem.of("not-a-workbook"));
        }
    }

    private static void refuseByName(String name) {
        if (REFERS_ELSEWHERE.matcher(name).find()) {
            throw new FileRefused(1, Problem.of("workbook-external"));
        }
        if (PROGRAM.matcher(name).find() && !HARMLESS_BINARY.matcher(name).find()) {
            throw new FileRefused(1, Problem.of("workbook-program"));
        }
    }

    private void passContent(ZipFile archive, ZipEntry part, String name) throws IOException {
        boolean markup = name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
        MarkupGuard guard = new MarkupGuard(name);
        long size = 0;
        byte[] buffer = new byte[65_536];
        try (InputStream in = archive.getInputStream(part)) {
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                size += n;
                unpacked += n;
                if (size > mostOf(name) || unpacked > MAX_UNPACKED || isBomb(size, part.getCompressedSize())) {
                    throw new FileRefused(1, Problem.of("workbook-too-large"));
                }
                if (markup) {
                    guard.look(buffer, n);
                }
            }
        }
    }

    private static boolean isBomb(long size, long packed) {
        return size > RATIO_COUNTS_FROM && size > Math.max(1, packed) * MAX_RATIO;
    }

    private static long mostOf(String name) {
        if (name.endsWith("sharedstrings.xml")) {
            return MAX_SHARED_TEXTS;
        }
        return name.startsWith("xl/worksheets/") ? MAX_UNPACKED : MAX_SMALL_PART;
    }
}
