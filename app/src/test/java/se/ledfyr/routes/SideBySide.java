package se.ledfyr.routes;

import java.util.ArrayList;
import java.util.List;
import se.ledfyr.emergency.Circle;

/// Lists of an office that keeps a secret beside those of one in all respects alike that has none, as everybody sees
/// them whom the secret was not told.
final class SideBySide {

    private SideBySide() {}

    /// How one of the two answers.
    interface Office {
        String page(Circle.One who, String list) throws Exception;
    }

    /// @return every list that is not the same for one of them, with who asked and where it begins to differ
    static List<String> differing(List<String> lists, Circle keepsIt, Office here, Circle never, Office there)
            throws Exception {
        List<String> told = new ArrayList<>();
        for (String list : lists) {
            for (int who = 0; who < notTold(keepsIt).size(); who++) {
                Circle.One asker = notTold(keepsIt).get(who);
                String answer = here.page(asker, list);
                String beside = there.page(notTold(never).get(who), list);
                if (!answer.equals(beside)) {
                    told.add(list + " as " + asker.role() + "\n" + Answers.firstDifference(answer, beside));
                }
            }
        }
        return told;
    }

    private static List<Circle.One> notTold(Circle circle) {
        return List.of(circle.outsider(), circle.statistician(), circle.auditor(), circle.administrator());
    }
}
