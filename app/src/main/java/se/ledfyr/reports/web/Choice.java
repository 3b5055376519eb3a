package se.ledfyr.reports.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import se.ledfyr.reports.Reports;

/// What a reader has chosen to see, and the addresses where it stays chosen.
///
/// @param without the group case that is left out
/// @param limit counts below it are flagged
public record Choice(int year, Optional<String> without, int limit) {

    static Choice of(int year, @Nullable String without, int limit) {
        return new Choice(year, Optional.ofNullable(without).filter(said -> !said.isEmpty()), limit);
    }

    /// The report, as it is chosen.
    public String report() {
        return at("");
    }

    /// The report of another year, with everybody.
    public String ofYear(int other) {
        return new Choice(other, Optional.empty(), limit).at("");
    }

    /// The report with everybody.
    public String withEverybody() {
        return new Choice(year, Optional.empty(), limit).at("");
    }

    /// The report without a group case.
    public String without(String group) {
        return new Choice(year, Optional.of(group), limit).at("");
    }

    /// A table with and without a group case beside each other.
    public String beside(String exhibit, String group) {
        return new Choice(year, Optional.of(group), limit).at("/beside/" + exhibit);
    }

    /// The form of a text.
    public String text(String slot) {
        return at("/texts/" + slot);
    }

    /// What a text said before.
    public String history(String slot) {
        return at("/texts/" + slot + "/history");
    }

    String at(String below) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath(ReportController.PATH + below).queryParam("year", year);
        without.ifPresent(group -> address.queryParam("without", group));
        if (limit != Reports.LIMIT) {
            address.queryParam("limit", limit);
        }
        return address.encode().toUriString();
    }
}
