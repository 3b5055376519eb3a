package se.ledfyr.fiction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The shares of all lists, some of them given another value. `tools/DeriveShares.java` counts them in a file.
final class Shares {

    private final Map<String, Share> shares;

    private Shares(Map<String, Share> shares) {
        this.shares = shares;
    }

    /// The shares that Ledfyr is delivered with, counted in the published years.
    static Shares delivered() {
        try (InputStream in = Shares.class.getResourceAsStream("/fiction/shares.tsv")) {
            if (in == null) {
                throw new IllegalStateException("fiction/shares.tsv is missing");
            }
            return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads lines of list, given value, value and weight, separated by tabs, after a header.
    static Shares read(BufferedReader in) {
        Map<String, List<String[]>> lines = new LinkedHashMap<>();
        in.lines()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .forEach(cells -> lines.computeIfAbsent(key(cells[0], cells[1]), key -> new ArrayList<>())
                        .add(cells));
        Map<String, Share> shares = new LinkedHashMap<>();
        lines.forEach((key, rows) -> shares.put(key, share(rows)));
        return new Shares(shares);
    }

    String draw(Draws draws, String list) {
        return draw(draws, list, "");
    }

    /// @throws IllegalArgumentException when nothing is known of that list for what is given
    String draw(Draws draws, String list, String given) {
        Share share = shares.get(key(list, given));
        if (share == null) {
            throw new IllegalArgumentException("No share of " + list + " given '" + given + "'");
        }
        return share.draw(draws);
    }

    private static Share share(List<String[]> rows) {
        String[] values = new String[rows.size()];
        int[] upTo = new int[rows.size()];
        int sum = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.get(i)[2];
            sum += Integer.parseInt(rows.get(i)[3]);
            upTo[i] = sum;
        }
        return new Share(values, upTo);
    }

    private static String key(String list, String given) {
        return list + "\t" + given;
    }
}
