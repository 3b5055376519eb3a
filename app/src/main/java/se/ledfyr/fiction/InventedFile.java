package se.ledfyr.fiction;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import se.ledfyr.casework.Facts;

/// Writes an invented register as a registration file: CSV in UTF-8 with the columns and codes of a real one.
public final class InventedFile {

    private static final String HEADER =
            "registration_id,registered_on,region,municipality_code,sex,age_group,birth_year,"
                    + "citizenship,forms,sector,referred_by,event_id,began,setting,children_accompanying,amp_requested,"
                    + "reflection_requested\n";

    private InventedFile() {}

    /// Writes `people` rows, the same for the same number and seed, in memory that does not grow with their number.
    ///
    /// @param people 1 to 100 million
    /// @throws IOException when `out` does not take them; it is left open
    public static void write(int people, long seed, OutputStream out) throws IOException {
        write(new InventedRegister(Shares.delivered(), people, seed), out);
    }

    static void write(InventedRegister register, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(new BufferedOutputStream(out, 1 << 16), StandardCharsets.UTF_8);
        writer.write(HEADER);
        StringBuilder line = new StringBuilder(256);
        while (register.hasNext()) {
            line.setLength(0);
            append(line, register.next());
            writer.append(line);
        }
        writer.flush();
    }

    private static void append(StringBuilder line, InventedPerson person) {
        Facts facts = person.facts();
        line.append(person.id().value());
        cell(line, facts.registeredOn());
        cell(line, facts.region());
        cell(line, facts.municipality());
        cell(line, facts.sex());
        cell(line, facts.ageGroup());
        cell(line, facts.birthYear());
        cell(line, facts.citizenship());
        cell(line, String.join(";", facts.forms()));
        cell(line, facts.sector());
        cell(line, facts.referredBy());
        cell(line, facts.event());
        cell(line, facts.began());
        cell(line, facts.setting());
        cell(line, facts.childrenAccompanying());
        cell(line, facts.ampRequested());
        cell(line, facts.reflectionRequested());
        line.append('\n');
    }

    /// No code holds a comma, a quote or a line break.
    private static void cell(StringBuilder line, @Nullable Object value) {
        line.append(',');
        if (value != null) {
            line.append(value);
        }
    }
}
