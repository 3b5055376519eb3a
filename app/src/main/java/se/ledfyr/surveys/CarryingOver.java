package se.ledfyr.surveys;

import java.util.List;
import java.util.Set;

/// Which answers of one year stand in the next.
record CarryingOver(Questionnaire next) {

    private static final String CONTACT = "contact";
    private static final String CARRIED_OVER = "carried_over";
    private static final String AGE = "age_years";
    private static final String GUARDIAN = "guardian_id";

    /// Who somebody is and what happened to them. What the organisation and others did is asked anew.
    private static final Set<String> SECTIONS = Set.of("person", "exploitation", "children");

    /// What still is an answer; what no longer is one, or is an answer to something else now, is left out and asked
    /// again. A child is a year older.
    Answers answers(Contact before) {
        Answers carried = Answers.NONE.with(CONTACT, Answer.Codes.of(CARRIED_OVER));
        for (Question question : next.edition().questions()) {
            Answer answer = before.answers().by().get(question.key());
            boolean stays = SECTIONS.contains(question.section())
                    && !question.key().equals(CONTACT)
                    && !question.key().equals(GUARDIAN)
                    && question.breaks() == null;
            if (answer != null && stays) {
                carried = carried.with(question.key(), question.key().equals(AGE) ? older(answer) : answer);
            }
        }
        List<Fault> faults = next.checkDraft(carried);
        while (!faults.isEmpty()) {
            carried = carried.without(faults.getFirst().question());
            faults = next.checkDraft(carried);
        }
        return carried;
    }

    private static Answer older(Answer age) {
        return age instanceof Answer.Number(int years) ? new Answer.Number(years + 1) : age;
    }
}
