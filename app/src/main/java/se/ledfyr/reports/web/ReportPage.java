package se.ledfyr.reports.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.pages.Option;
import se.ledfyr.pages.Texts;
import se.ledfyr.reports.Chapter;
import se.ledfyr.reports.Part;
import se.ledfyr.reports.Report;
import se.ledfyr.reports.TextVersion;

/// Puts the page of a report together.
final class ReportPage {

    private static final List<Integer> LIMITS = List.of(3, 5, 10, 15, 20);

    private final Report report;
    private final Choice choice;
    private final Display display;
    private final Exhibits exhibits;
    private int number;

    ReportPage(Report report, Choice choice, CodeBook codes, Texts texts) {
        this.report = report;
        this.choice = choice;
        this.display = new Display(report, codes, texts);
        this.exhibits = new Exhibits(report, display);
    }

    ReportView view(List<Integer> years) {
        boolean empty = report.numbers().isEmpty() && report.without().isEmpty();
        return new ReportView(
                choice,
                report.plan().title().in(display.texts().language()),
                empty,
                Acting.current().may(Right.READ_NATIONAL_FACTS) ? "reports.whose.country" : "reports.whose.members",
                years,
                report.groups().stream()
                        .map(slug -> new ReportView.Group(slug, Display.groupCase(slug)))
                        .toList(),
                report.without().map(Display::groupCase),
                empty ? List.of() : key(),
                empty ? List.of() : chapters(),
                exhibits.commonNotes(),
                Acting.current().may(Right.COMPILE_CONTACTS),
                LIMITS.stream()
                        .map(limit -> new Option(limit.toString(), limit.toString(), limit == choice.limit()))
                        .toList());
    }

    private List<ReportView.KeyNumber> key() {
        return report.plan().key().stream()
                .map(text -> display.said(report.delivered(text, display.language())))
                .map(said -> said.blocks().getFirst().lines().getFirst())
                .map(bits -> new ReportView.KeyNumber(
                        bits.stream()
                                .flatMap(bit -> Stream.ofNullable(bit.number()))
                                .findFirst()
                                .orElseThrow(),
                        bits.stream()
                                .map(Said.Bit::words)
                                .reduce("", String::concat)
                                .strip()))
                .toList();
    }

    private List<ReportView.ChapterView> chapters() {
        List<ReportView.ChapterView> chapters = new ArrayList<>();
        List<Chapter> planned = report.plan().chapters();
        IntStream.range(0, planned.size()).forEach(i -> {
            Chapter chapter = planned.get(i);
            chapters.add(new ReportView.ChapterView(
                    chapter.id(),
                    i + 1,
                    chapter.title().in(display.texts().language()),
                    chapter.parts().stream()
                            .filter(this::isAsked)
                            .map(this::part)
                            .toList()));
        });
        return chapters;
    }

    /// A table of a question that was not put this year has no cell at all, not even a zero.
    private boolean isAsked(Part part) {
        return !(part instanceof Part.Exhibit exhibit)
                || !report.numbers().of(exhibit.table()).isEmpty()
                || report.withCase()
                        .filter(all -> !all.of(exhibit.table()).isEmpty())
                        .isPresent();
    }

    private ReportView.PartView part(Part part) {
        return switch (part) {
            case Part.Text text -> new ReportView.PartView(text(text), null);
            case Part.Exhibit exhibit -> {
                number++;
                yield new ReportView.PartView(null, exhibits.view(exhibit, number));
            }
        };
    }

    private ReportView.TextView text(Part.Text text) {
        TextVersion version = report.text(text.id());
        Said said = display.said(report.wording(text, display.language()));
        List<Shown> small = said.blocks().stream()
                .flatMap(block -> block.lines().stream())
                .flatMap(List::stream)
                .flatMap(bit -> Stream.ofNullable(bit.number()))
                .filter(shown -> !shown.few().isEmpty())
                .toList();
        return new ReportView.TextView(text.id(), said, version.isChanged(), version.isLeftOut(), small);
    }
}
