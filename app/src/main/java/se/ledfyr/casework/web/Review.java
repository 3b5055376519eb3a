package se.ledfyr.casework.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.ledfyr.casework.EventPeople;
import se.ledfyr.casework.PersonInEvent;
import se.ledfyr.casework.Registering;
import se.ledfyr.people.PersonId;

/// Looks through people written down before they are saved: is one of them known here already, or
/// written twice?
///
/// Nothing is decided for anybody. A row that may be somebody else waits until a member has said who it is.
final class Review {

    private final PeopleForm form;
    private final FormValues values;
    private final List<RowQuestion> questions = new ArrayList<>();

    private Review(PeopleForm form, FormValues values) {
        this.form = form;
        this.values = values;
    }

    static Review of(PeopleForm form, FormValues values, EventPeople people) {
        Review review = new Review(form, values);
        Iterator<List<EventPeople.Known>> known = people.alike(
                        List.copyOf(form.people().values()), form.day().getYear())
                .iterator();
        form.people().forEach((number, person) -> review.ask(number, person, known.next()));
        return review;
    }

    List<RowQuestion> questions() {
        return questions;
    }

    boolean isDecided() {
        return questions.stream().allMatch(RowQuestion::isDecided);
    }

    /// Two rows cannot be one known person: one of them would be registered twice in a year.
    boolean namesOnePersonTwice() {
        Set<PersonId> chosen = new HashSet<>();
        return questions.stream()
                .flatMap(question -> question.chosen().stream())
                .anyMatch(person -> !chosen.add(person));
    }

    /// Whom to register, as decided: rows to be skipped are left out.
    List<PersonInEvent> people() {
        Map<Integer, RowQuestion> asked =
                questions.stream().collect(Collectors.toMap(RowQuestion::number, question -> question));
        List<PersonInEvent> people = new ArrayList<>();
        form.people().forEach((number, person) -> {
            RowQuestion question = asked.get(number);
            if (question == null) {
                people.add(person);
            } else if (!question.isSkipped()) {
                people.add(question.chosen().map(person::as).orElse(person));
            }
        });
        return people;
    }

    private void ask(int number, PersonInEvent person, List<EventPeople.Known> alike) {
        List<Integer> rows = earlierRowsLike(number, person);
        if (!alike.isEmpty() || !rows.isEmpty()) {
            List<RowQuestion.Known> known = alike.stream().map(Review::known).toList();
            String decision = values.one(RowQuestion.field(number));
            questions.add(new RowQuestion(number, nameOf(person), person, known, rows, decision));
        }
    }

    private static RowQuestion.Known known(EventPeople.Known one) {
        Registering.Alike alike = one.alike();
        CandidateCard card = new CandidateCard(
                alike.candidate().person().value().toString(),
                alike.candidate().name(),
                alike.registrations(),
                alike.candidate().reasons().stream().map(Enum::name).toList());
        return new RowQuestion.Known(card, one.registered().orElse(null));
    }

    private List<Integer> earlierRowsLike(int number, PersonInEvent person) {
        return form.people().entrySet().stream()
                .filter(row -> row.getKey() < number)
                .filter(row -> mayBeOne(row.getValue(), person))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The same words in the name, in any order, and no birth year that speaks against it.
    private static boolean mayBeOne(PersonInEvent a, PersonInEvent b) {
        boolean years =
                a.birthYear() == null || b.birthYear() == null || a.birthYear().equals(b.birthYear());
        return years && !nameOf(a).isEmpty() && words(nameOf(a)).equals(words(nameOf(b)));
    }

    private static Set<String> words(String name) {
        return new TreeSet<>(Arrays.asList(CellWords.plain(name).split("[\\s,.-]+")));
    }

    private static String nameOf(PersonInEvent person) {
        String name = person.identity().name();
        return name == null ? "" : name;
    }
}
