package se.ledfyr.fiction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.ledfyr.people.Identity;

/// Who invented people are: common names of the country of citizenship, in its script, combined by chance.
///
/// Front names of a list are drawn more often than those at its end, as in life, so that searching for a common name
/// meets many namesakes. The telephone numbers are those set aside in Sweden for use in fiction.
final class InventedNames {

    private static final int WITHOUT_IDENTITY = 8;
    private static final int WITH_ALIAS = 15;
    private static final int WITH_SECOND_NAME = 30;
    private static final int WITH_TELEPHONE = 10;
    private static final int WITH_ADDRESS = 20;
    private static final int FIRST_FICTIONAL_NUMBER = 1_740_605;
    private static final int FICTIONAL_NUMBERS = 95;

    private final List<Pool> pools;
    private final Map<String, Pool> byCountry = new HashMap<>();

    private InventedNames(List<Pool> pools, Map<String, Map<String, String[]>> parts) {
        this.pools = pools;
        int place = 0;
        for (Map<String, String[]> part : parts.values()) {
            Pool pool = pools.get(place++);
            for (String country : Objects.requireNonNull(part.get("countries"))) {
                byCountry.put(country, pool);
            }
        }
    }

    static InventedNames delivered() {
        Map<String, Map<String, String[]>> parts = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(InventedNames.class.getResourceAsStream("/fiction/names.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .forEach(cells -> parts.computeIfAbsent(cells[0], pool -> new HashMap<>())
                            .put(cells[1], cells[2].split(" ")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Pool> pools = new ArrayList<>();
        parts.values()
                .forEach(part -> pools.add(new Pool(
                        Objects.requireNonNull(part.get("given")),
                        Objects.requireNonNull(part.get("family")),
                        part.getOrDefault("ending", new String[] {""}))));
        return new InventedNames(pools, parts);
    }

    /// Draws who somebody is. Of some nothing is known.
    ///
    /// @param citizenship decides the language of the name; null for any
    Identity draw(Draws draws, @Nullable String citizenship) {
        if (percent(draws, WITHOUT_IDENTITY)) {
            return Identity.NONE;
        }
        Pool pool = citizenship == null ? null : byCountry.get(citizenship);
        if (pool == null) {
            pool = pools.get(draws.below(pools.size()));
        }
        String second = percent(draws, WITH_SECOND_NAME) ? " " + pick(draws, pool.given()) : "";
        String name = pick(draws, pool.given()) + second + " " + family(draws, pool);
        return new Identity(
                name,
                percent(draws, WITH_ALIAS) ? List.of(pick(draws, pool.given())) : List.of(),
                List.of(),
                percent(draws, WITH_TELEPHONE) ? List.of(telephone(draws)) : List.of(),
                percent(draws, WITH_ADDRESS) ? "Provgatan " + (1 + draws.below(200)) + ", Exempelstad" : null);
    }

    private static String family(Draws draws, Pool pool) {
        return pick(draws, pool.family()) + pick(draws, pool.ending());
    }

    private static String telephone(Draws draws) {
        String digits = String.valueOf(FIRST_FICTIONAL_NUMBER + draws.below(FICTIONAL_NUMBERS));
        return "070-" + digits;
    }

    /// The smaller of two draws: the first of a list of n is drawn about 2n times as often as the last.
    private static String pick(Draws draws, String[] values) {
        return values[Math.min(draws.below(values.length), draws.below(values.length))];
    }

    private static boolean percent(Draws draws, int share) {
        return draws.below(100) < share;
    }

    private record Pool(String[] given, String[] family, String[] ending) {

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        @Override
        public String toString() {
            return "Pool of " + given.length;
        }
    }
}
