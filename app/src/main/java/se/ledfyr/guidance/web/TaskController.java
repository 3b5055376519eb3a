package se.ledfyr.guidance.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.HolderInside;
import se.ledfyr.guidance.Advice;
import se.ledfyr.guidance.NewTask;
import se.ledfyr.guidance.Plans;
import se.ledfyr.guidance.Task;
import se.ledfyr.guidance.TaskId;
import se.ledfyr.guidance.Tasks;
import se.ledfyr.organisations.Members;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Texts;

/// Making an action of the manual, or something of one's own, a task; and ending it.
@Controller
class TaskController {

    private final Tasks tasks;
    private final Plans plans;
    private final Cases cases;
    private final Members members;
    private final Languages languages;

    TaskController(Tasks tasks, Plans plans, Cases cases, Members members, Languages languages) {
        this.tasks = tasks;
        this.plans = plans;
        this.cases = cases;
        this.members = members;
        this.languages = languages;
    }

    /// What was written in the form, to come back with it.
    ///
    /// @param action of the manual; empty for a task in own words
    record Written(String action, String words, String owner, String due) {}

    @GetMapping("/cases/{id}/tasks/new")
    String blank(
            @PathVariable CaseId id,
            @RequestParam(defaultValue = "") String action,
            HttpServletRequest request,
            Model model) {
        Acting acting = Acting.current();
        String me = acting.member() == null ? "" : acting.member().value().toString();
        return form(open(id), new Written(action, "", me, ""), Map.of(), request, model);
    }

    @PostMapping("/cases/{id}/tasks/new")
    String add(
            @PathVariable CaseId id,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String due,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        CaseFile file = open(id);
        Texts texts = languages.of(request);
        Map<String, String> errors = new LinkedHashMap<>();
        if (action.isEmpty() && words.isBlank()) {
            errors.put("words", texts.get("guidance.error.words"));
        } else if (words.length() > NewTask.MAX_WORDS) {
            errors.put("words", texts.get("guidance.error.long", NewTask.MAX_WORDS));
        }
        HolderInside sees = new Colleagues(members.list(), texts).read(owner);
        if (sees == null) {
            errors.put("owner", texts.get("guidance.error.owner"));
        }
        LocalDate day = day(due, texts, errors);
        if (!errors.isEmpty() || sees == null) {
            return form(file, new Written(action, words, owner, due), errors, request, model);
        }
        tasks.add(id, new NewTask(action.isEmpty() ? null : action, words.isBlank() ? null : words, sees, day));
        next.addFlashAttribute("notice", "guidance.task.added");
        return "redirect:/cases/" + id.value() + "/plan#" + (action.isEmpty() ? "tasks" : action);
    }

    @PostMapping("/tasks/{id}/end")
    String end(@PathVariable TaskId id, @RequestParam String result, RedirectAttributes next) {
        Task task = tasks.get(id);
        if (task.result() == null) {
            tasks.end(id, result.equals("DONE") ? Task.Result.DONE : Task.Result.DROPPED);
        }
        next.addFlashAttribute("notice", "guidance.task.ended");
        return "redirect:/cases/" + task.caseId().value() + "/plan#tasks";
    }

    private static @Nullable LocalDate day(String sent, Texts texts, Map<String, String> errors) {
        try {
            return sent.isBlank() ? null : LocalDate.parse(sent.strip());
        } catch (DateTimeException notADay) {
            errors.put("due", texts.get("guidance.error.day"));
            return null;
        }
    }

    private String form(
            CaseFile file, Written written, Map<String, String> errors, HttpServletRequest request, Model model) {
        Texts texts = languages.of(request);
        Optional<Advice> advice = written.action().isEmpty()
                ? Optional.empty()
                : Optional.of(plans.of(file).edition().find(written.action()).orElseThrow(NotHere::new));
        model.addAttribute("file", file);
        model.addAttribute("action", written.action());
        model.addAttribute(
                "advice", advice.map(one -> one.text().in(texts.language())).orElse(""));
        model.addAttribute("words", written.words());
        model.addAttribute("due", written.due());
        model.addAttribute("owners", new Colleagues(members.list(), texts).options(written.owner()));
        model.addAttribute("errors", errors);
        return "guidance/task-form";
    }

    private CaseFile open(CaseId id) {
        CaseFile file = cases.get(id);
        if (!file.isOpen()) {
            throw new NotHere();
        }
        return file;
    }
}
