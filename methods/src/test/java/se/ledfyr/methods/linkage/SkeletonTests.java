package se.ledfyr.methods.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkeletonTests {

    /// Each line is one name as it has been met in several scripts and spellings.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mohammed Muhamad Mohamad Muhammed Mochammed محمد مُحَمَّد Мухаммед Мохаммад",
                "Fatima Fatimah Fatma فاطمة Фатима",
                "Yusuf Youssef Jusuf Yousef يوسف Юсуф",
                "Khaled Khalid Haled خالد Халед",
                "Jamal Djamal Dzhamal جمال Джамал",
                "Hussein Husain Hossein حسين Хусейн",
                "Oleksandr Олександр Oleksander",
                "Volodymyr Wolodymyr Volodimir Володимир",
                "Hanna Ганна Hana Ganna",
                "Serhii Sergij Сергій Serhiy",
                "Yuliya Julija Юлія Iuliia",
                "Michael Mikael Mikhail Михаил Mihail",
                "Kowalski Kovalsky Ковальский",
                "Čaušević Chaushevich Čaušević",
                "Somchai สมชาย Somchay",
                "Nattapon ณัฐพล Natthaphon",
                "Suksawat สุขสวัสดิ์",
                "Xiaoming ｘｉａｏｍｉｎｇ Xiǎomíng",
                "Zhang 张 張",
                "Georgios Γεώργιος Giorgos",
                "Kumar कुमार",
                "Selam ሰላም Salam"
            })
    void oneNameMeetsItselfAcrossScriptsAndSpellings(String spellings) {
        List<List<NameWord>> words =
                List.of(spellings.split(" ")).stream().map(NameWords::of).toList();

        assertThat(words.subList(1, words.size()))
                .allMatch(other -> other.getFirst().soundsLike(words.getFirst().getFirst()));
    }

    /// The twin: spelling alone, however forgiving, does not bring the scripts together.
    @Test
    void withoutSkeletonsTheScriptsDoNotMeet() {
        assertThat(List.of("محمد", "عمر", "ณัฐพล").stream()
                        .map(name -> NameWords.spellings(name).getFirst()))
                .noneMatch(spelling -> List.of("mohammed", "omar", "nattapon").stream()
                        .anyMatch(latin -> JaroWinkler.similarity(spelling, latin) >= NameLikeness.SPELLED_ALIKE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Anna Kerstin", "Mohammed Mehdi", "Oleksandr Oleh", "Somchai Sombat", "Karin Marit"})
    void differentNamesStayApart(String names) {
        List<NameWord> two = NameWords.of(names);

        assertThat(two.getFirst().soundsLike(two.getLast())).isFalse();
    }

    @Test
    void aWordThatCanBeReadInTwoWaysHasTwoSkeletons() {
        assertThat(Skeleton.of("jamal")).containsExactlyInAnyOrder("SML", "AML");
        assertThat(Skeleton.of("mohammed")).containsExactly("MKMT");
    }
}
