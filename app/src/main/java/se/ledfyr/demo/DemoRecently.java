package se.ledfyr.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Who was admitted to the two programmes since the published years, all invented: one to four people a
/// month, so that an account and a forecast of this year have something to go by. Files as an office would
/// send them.
final class DemoRecently {

    private static final String REGISTRATIONS =
            "registration_id,registered_on,region,municipality_code,sex,age_group,birth_year,citizenship,forms,sector,"
                    + "referred_by,event_id,began,setting,children_accompanying,amp_requested,reflection_requested";
    private static final String RETURNS =
            "grant_id,registration_id,granted_on,sex,age_group,role,forms,citizenship,return_country,sector,group_case,"
                    + "applied_on,departed_on,coordinator_region";
    private static final String SUPPORT =
            "grant_id,granted_on,age_group,sex,exposure,forms,citizenship,nationality_other,components,rest_days,"
                    + "integration_days,placement,home_region,guardian_grant_id,eligibility_reason,referred_by";

    private static final int YEARS = 2;
    private static final int APART = 8;
    private static final int[] RETURNS_OF_MONTH = {1, 2, 2, 3, 2, 2, 1, 3, 3, 2, 2, 1};
    private static final int[] SUPPORTED_OF_MONTH = {1, 2, 2, 1, 3, 2, 1, 2, 3, 2, 2, 1};
    private static final String[] PLACES = {"stockholm,0180", "vast,1480", "syd,1280", "nord,2480"};
    private static final String[] COUNTRIES = {"TH", "RO", "CO", "MA"};
    private static final String[] GRANTED = {
        "rest_period;integration_period,30,60,protected_housing,vast",
        "integration_period,0,45,outside_protected_housing,",
        "specific_intervention,0,0,outside_protected_housing,"
    };

    private DemoRecently() {}

    /// Registrations first, for the others link to them.
    static List<String> files(LocalDate today) {
        List<String> registered = new ArrayList<>(List.of(REGISTRATIONS));
        List<String> returned = new ArrayList<>(List.of(RETURNS));
        List<LocalDate> admitted = days(today, RETURNS_OF_MONTH);
        for (int i = 0; i < admitted.size(); i++) {
            LocalDate day = admitted.get(i);
            String place = PLACES[i % PLACES.length];
            String country = COUNTRIES[i % COUNTRIES.length];
            String person = DemoOffice.demoId("registered " + i).toString();
            registered.add("%s,%s,%s,male,adult,%d,%s,labour,construction,police,,,,0,true,false"
                    .formatted(person, day.minusDays(10), place, 1980 + i % 20, country));
            LocalDate left = day.plusDays(6);
            returned.add("%s,%s,%s,male,adult,exploited,labour,%s,%s,construction,,%s,%s,%s"
                    .formatted(
                            DemoOffice.demoId("returned " + i),
                            person,
                            day,
                            country,
                            country,
                            day.minusDays(3),
                            left.isAfter(today) ? "" : left,
                            place.substring(0, place.indexOf(','))));
        }
        List<String> supported = new ArrayList<>(List.of(SUPPORT));
        List<LocalDate> granted = days(today, SUPPORTED_OF_MONTH);
        for (int i = 0; i < granted.size(); i++) {
            supported.add("%s,%s,adult,female,direct,sexual,%s,,%s,,law_gap,regional_coordinator"
                    .formatted(
                            DemoOffice.demoId("supported " + i),
                            granted.get(i),
                            COUNTRIES[i % COUNTRIES.length],
                            GRANTED[i % GRANTED.length]));
        }
        return List.of(text(registered), text(returned), text(supported));
    }

    private static List<LocalDate> days(LocalDate today, int[] ofMonth) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate month = LocalDate.of(today.getYear() - YEARS, 1, 1);
        for (; !month.isAfter(today); month = month.plusMonths(1)) {
            for (int i = 0; i < ofMonth[month.getMonthValue() - 1]; i++) {
                LocalDate day = month.plusDays(3 + (long) APART * i);
                if (!day.isAfter(today)) {
                    days.add(day);
                }
            }
        }
        return days;
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
