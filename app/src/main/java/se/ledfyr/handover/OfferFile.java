package se.ledfyr.handover;

import java.util.List;
import java.util.Set;

/// Everything about an offer that whoever acts may see: a sender and a receiver more, an office less.
///
/// @param entries silence that was carried to offices; seen by the sender and by each office of its own
/// @param links ways in for a receiver without an account; seen by the sender alone
/// @param steps what whoever acts can do now
public record OfferFile(
        Offer offer,
        List<Note> notes,
        List<Answer> answers,
        List<Escalation> entries,
        List<LinkSight> links,
        Set<Step> steps) {

    public OfferFile {
        notes = List.copyOf(notes);
        answers = List.copyOf(answers);
        entries = List.copyOf(entries);
        links = List.copyOf(links);
        steps = Set.copyOf(steps);
    }

    public boolean may(Step step) {
        return steps.contains(step);
    }

    /// Questions and what was answered, in pairs as they were asked.
    public List<Asked> asked() {
        return notes.stream()
                .filter(note -> note.kind() == NoteKind.QUESTION)
                .map(question -> new Asked(
                        question,
                        notes.stream()
                                .filter(note -> question.id().equals(note.repliesTo()))
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    /// @param reply null while there is none
    public record Asked(
            Note question,
            @org.jspecify.annotations.Nullable Note reply) {}

    /// The texts of one kind, first to last.
    public List<Note> notesOf(NoteKind kind) {
        return notes.stream().filter(note -> note.kind() == kind).toList();
    }
}
