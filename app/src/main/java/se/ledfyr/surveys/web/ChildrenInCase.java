package se.ledfyr.surveys.web;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.needs.Child;
import se.ledfyr.needs.ChildPlace;
import se.ledfyr.needs.Children;
import se.ledfyr.needs.ChildrenAnswer;
import se.ledfyr.needs.ChildrenPicture;
import se.ledfyr.surveys.SurveyForm;

/// Whether an adult has children, and where they are when all are in one place.
@Component
class ChildrenInCase implements PartOfCase {

    private static final String YES = "yes";
    private static final String NO = "no";

    private final Children children;

    ChildrenInCase(Children children) {
        this.children = children;
    }

    @Override
    public void say(CaseFile file, Said said) {
        if (said.form() == SurveyForm.CHILD) {
            return;
        }
        ChildrenPicture picture = children.of(file);
        Set<ChildPlace> places = Stream.concat(
                        picture.children().stream().map(Child::place),
                        picture.answers().stream()
                                .filter(answer -> answer.answer().equals(YES))
                                .map(ChildrenAnswer::place))
                .collect(Collectors.toSet());
        if (!places.isEmpty()) {
            said.yesNo("has_children", true);
        } else if (Arrays.stream(ChildPlace.values()).allMatch(place -> saidNo(picture, place))) {
            said.yesNo("has_children", false);
        }
        if (places.size() == 1) {
            said.one("children_place", place(places.iterator().next()));
        }
    }

    private static boolean saidNo(ChildrenPicture picture, ChildPlace place) {
        return picture.answer(place)
                .filter(answer -> answer.answer().equals(NO))
                .isPresent();
    }

    private static String place(ChildPlace place) {
        return switch (place) {
            case ACCOMPANYING -> "with_guardian";
            case HOME_COUNTRY -> "home_country";
            case ELSEWHERE_IN_SWEDEN -> "elsewhere";
        };
    }
}
