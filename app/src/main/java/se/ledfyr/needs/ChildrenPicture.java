package se.ledfyr.needs;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// All that is known in a case about children.
///
/// @param answers what was answered, one for each place asked about
/// @param reminders what is still to be done for children, here and in no own case
public record ChildrenPicture(
        List<ChildrenAnswer> answers, List<Child> children, List<Contact> contacts, List<Reminder> reminders) {

    public ChildrenPicture {
        answers = List.copyOf(answers);
        children = List.copyOf(children);
        contacts = List.copyOf(contacts);
        reminders = List.copyOf(reminders);
    }

    /// The places nobody has asked about yet.
    public List<ChildPlace> notAsked() {
        return Arrays.stream(ChildPlace.values())
                .filter(place -> answer(place).isEmpty())
                .toList();
    }

    public Optional<ChildrenAnswer> answer(ChildPlace place) {
        return answers.stream().filter(answer -> answer.place() == place).findFirst();
    }
}
