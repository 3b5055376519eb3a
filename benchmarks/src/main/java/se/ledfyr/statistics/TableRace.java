package se.ledfyr.statistics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NationalFacts;
import se.ledfyr.access.Right;
import se.ledfyr.organisations.Organisations;

/// Every declared table against the statement somebody would write by hand, one after the other on one connection.
public final class TableRace {

    private TableRace() {}

    /// @param declared and byHand medians in milliseconds
    public record Heat(String table, double declared, double byHand) {

        public double ratio() {
            return declared / byHand;
        }
    }

    /// Runs each pair once to warm up and then `times` times, taking turns.
    ///
    /// @param begins only tables whose names begin so
    public static List<Heat> run(ApplicationContext house, int times, String begins) {
        Declarations declarations = house.getBean(Declarations.class);
        NationalFacts national = house.getBean(NationalFacts.class);
        Acting statistician = new Acting(
                house.getBean(Organisations.class).list().getFirst().id(), null, Set.of(Right.READ_NATIONAL_FACTS));
        List<Heat> heats = new ArrayList<>();
        for (PublishedTable table : declarations.list()) {
            String byHand = handwritten(table.id());
            if (byHand != null && table.id().startsWith(begins)) {
                heats.add(statistician.get(() -> national.read(sql -> run(sql, table, byHand, times))));
            }
        }
        return heats;
    }

    private static Heat run(DSLContext sql, PublishedTable table, String byHand, int times) {
        double[] declared = new double[times];
        double[] written = new double[times];
        for (int i = -1; i < times; i++) {
            long start = System.nanoTime();
            TableEngine.evaluate(sql, table, Selection.ALL);
            long middle = System.nanoTime();
            sql.fetch(byHand);
            long end = System.nanoTime();
            if (i >= 0) {
                declared[i] = (middle - start) / 1e6;
                written[i] = (end - middle) / 1e6;
            }
        }
        return new Heat(table.id(), median(declared), median(written));
    }

    private static double median(double[] values) {
        java.util.Arrays.sort(values);
        return values[values.length / 2];
    }

    private static @Nullable String handwritten(String table) {
        try (InputStream in = TableRace.class.getResourceAsStream("/handwritten/" + table + ".sql")) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
