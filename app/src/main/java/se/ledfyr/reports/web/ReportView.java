package se.ledfyr.reports.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ledfyr.pages.Option;

/// Everything the page of the report shows.
///
/// @param whose key of the message that says whose numbers these are
/// @param years the years that can be chosen
/// @param groups group cases that can be left out
/// @param leftOut what the one that is left out is called
/// @param key numbers that stand first
/// @param common what is to be known of every table
/// @param mayEdit whether the reader may change texts
/// @param limits limits that can be chosen
public record ReportView(
        Choice choice,
        String title,
        boolean empty,
        String whose,
        List<Integer> years,
        List<Group> groups,
        Optional<String> leftOut,
        List<KeyNumber> key,
        List<ChapterView> chapters,
        List<String> common,
        boolean mayEdit,
        List<Option> limits) {

    public ReportView {
        years = List.copyOf(years);
        groups = List.copyOf(groups);
        key = List.copyOf(key);
        chapters = List.copyOf(chapters);
        common = List.copyOf(common);
        limits = List.copyOf(limits);
    }

    /// A group case under the name in the data, and as words.
    public record Group(String slug, String name) {}

    public record KeyNumber(Shown number, String words) {}

    /// @param number 1 or more
    public record ChapterView(String id, int number, String title, List<PartView> parts) {

        public ChapterView {
            parts = List.copyOf(parts);
        }
    }

    /// Either a text or an exhibit.
    public record PartView(
            @Nullable TextView text, @Nullable ExhibitView exhibit) {}

    /// @param changed whether it says something else than what was delivered
    /// @param leftOut whether it is left out of the report
    /// @param small its numbers that tell of few people
    public record TextView(String slot, Said said, boolean changed, boolean leftOut, List<Shown> small) {

        public TextView {
            small = List.copyOf(small);
        }
    }

    /// The exhibits in which there are numbers that tell of few people.
    public List<ExhibitView> withSmall() {
        return chapters.stream()
                .flatMap(chapter -> chapter.parts().stream())
                .flatMap(part -> java.util.stream.Stream.ofNullable(part.exhibit()))
                .filter(exhibit -> !exhibit.small().isEmpty())
                .toList();
    }

    /// How many numbers of the exhibits tell of few people.
    public int smallNumbers() {
        return withSmall().stream().mapToInt(exhibit -> exhibit.small().size()).sum();
    }
}
