package se.ledfyr.benchmarks;

import static se.ledfyr.benchmarks.Stop.ID;
import static se.ledfyr.benchmarks.Stop.at;

import java.util.List;

/// Every page of civil society's contacts, by whose work it belongs to.
final class ContactPages {

    private static final Stop ONE = at("contacts: one", "/contacts/" + ID);
    private static final Stop ROWS_LATER = at("contacts: rows, later", "/contacts/compilation/rows\\?[^\"]*page=\\d+[^\"]*");
    private static final Stop TABLE = at("tables: one of civil society", "/statistics/civil_[a-z_]+(?:\\?[^\"]*)?");

    /// Volunteers and caseworkers of the two largest members.
    static final List<Stop> MEMBERS = List.of(
            at("start page", "/"),
            at("contacts: list", "/contacts", ONE, at("contacts: list, later", "/contacts\\?[^\"]*page=\\d+", ONE)),
            at("contacts: list, with those taken out", "/contacts?struck=true", ONE),
            at("contacts: form, adult", "/contacts/new?form=adult"),
            at("contacts: form, child", "/contacts/new?form=child"),
            at("contacts: notes", "/contacts/notes"),
            tables());

    static final List<Stop> PLATFORM = List.of(
            at("start page", "/"),
            at("contacts: compilation", "/contacts/compilation"),
            at("contacts: compilation, closed year", "/contacts/compilation?year=2025"),
            at("contacts: rows", "/contacts/compilation/rows?form=adult", ROWS_LATER),
            at("contacts: rows", "/contacts/compilation/rows?form=child", ROWS_LATER),
            at("contacts: rows, late page", "/contacts/compilation/rows?form=adult&page=150"),
            at("yearly report", "/reports/contacts"),
            at("observations", "/observations"),
            at("observations, file", "/observations/csv?year=2025"),
            tables());

    static final List<Stop> NATION = List.of(at("observations", "/observations"), tables());

    private ContactPages() {}

    private static Stop tables() {
        return at("tables: list", "/statistics", TABLE);
    }
}
