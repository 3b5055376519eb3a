package se.ledfyr.budget.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.ledfyr.budget.Programme;
import se.ledfyr.budget.Ties;
import se.ledfyr.casework.CaseSection;
import se.ledfyr.codes.Codes;
import se.ledfyr.pages.Piece;
import se.ledfyr.pages.Texts;

/// Lays out what has been booked for a grant or a return, and the way to booking more.
@Component
class BookedDesk {

    private final Ties ties;
    private final Codes codes;

    BookedDesk(Ties ties, Codes codes) {
        this.ties = ties;
        this.codes = codes;
    }

    /// Nothing for whoever keeps no account.
    Optional<CaseSection.View> of(Programme programme, UUID which, Texts texts) {
        List<BookedLine> lines = ties.bookedFor(programme, which).stream()
                .map(one -> new BookedLine(
                        texts.date(one.on()),
                        codes.book().label("expense_kind", one.kind(), texts.language()),
                        one.left().text(),
                        "/money/" + one.agreement() + "/expenses"))
                .toList();
        List<BookedLine> open = ties.openFor(programme, which).stream()
                .map(one -> new BookedLine(
                        texts.get("budget.booked.book", String.valueOf(one.year())),
                        "",
                        "",
                        "/money/" + one.agreement() + "/expenses?for=" + which))
                .toList();
        return lines.isEmpty() && open.isEmpty()
                ? Optional.empty()
                : Optional.of(new CaseSection.View(
                        "booked",
                        texts.get("budget.booked.title"),
                        new Piece("budget/booked", Map.of("lines", lines, "open", open))));
    }
}
