package se.ledfyr.deadlines;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Time limits as a file for calendar programs (iCalendar, RFC 5545). Each is an event that says the name of the house
/// and a reference: whoever sees somebody's calendar must not learn what their work is about.
public final class CalendarFile {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int LONGEST_LINE = 75;

    private final StringBuilder text = new StringBuilder();

    private CalendarFile() {}

    /// @param page the whole address of the page where members see more once they have signed in
    /// @param now when the file is made
    public static String of(List<RunningClock> clocks, String page, Instant now) {
        CalendarFile file = new CalendarFile();
        file.line("BEGIN:VCALENDAR");
        file.line("VERSION:2.0");
        file.line("PRODID:-//Ledfyr//Ledfyr//SV");
        file.line("NAME:Ledfyr");
        file.line("X-WR-CALNAME:Ledfyr");
        file.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        clocks.forEach(clock -> file.event(clock, page, now));
        file.line("END:VCALENDAR");
        return file.text.toString();
    }

    private void event(RunningClock clock, String page, Instant now) {
        line("BEGIN:VEVENT");
        line("UID:" + clock.id().value() + "@ledfyr");
        line("DTSTAMP:" + MOMENT.format(now));
        line(
                clock.isWholeDay()
                        ? "DTSTART;VALUE=DATE:" + DAY.format(clock.lastDay())
                        : "DTSTART:" + MOMENT.format(clock.dueAt()));
        line("SUMMARY:Ledfyr " + clock.reference());
        line("URL:" + page);
        line("TRANSP:TRANSPARENT");
        line("CLASS:PRIVATE");
        line("END:VEVENT");
    }

    /// No line is longer than 75 bytes: what does not fit goes on after a space. All of it is ASCII.
    private void line(String content) {
        if (content.getBytes(StandardCharsets.US_ASCII).length != content.length()
                || content.chars().anyMatch(c -> c < 32)) {
            throw new IllegalArgumentException("A line of a calendar is made of plain characters");
        }
        int from = 0;
        int room = LONGEST_LINE;
        while (content.length() - from > room) {
            text.append(content, from, from + room).append("\r\n ");
            from += room;
            room = LONGEST_LINE - 1;
        }
        text.append(content, from, content.length()).append("\r\n");
    }
}
