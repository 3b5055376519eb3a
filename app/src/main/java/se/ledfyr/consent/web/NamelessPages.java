package se.ledfyr.consent.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;

/// The pages of what is counted without a name: a list, a form, and taking one out of the figures.
///
/// @param names where they are and what they are called
/// @param lines what the list shows
/// @param read a record from its form; empty when something is wrong, which the form then says
record NamelessPages<T>(
        Forms forms,
        Names names,
        Supplier<? extends List<?>> lines,
        Function<SentForm, Optional<T>> read,
        Consumer<T> add,
        BiConsumer<UUID, String> remove) {

    /// @param address of the list
    /// @param list template of the list
    /// @param form template of the form
    /// @param day the field that is filled with today
    /// @param done message when one has been added
    record Names(String address, String list, String form, String day, String done) {}

    String list(HttpServletRequest request, Model model) {
        model.addAttribute("lines", lines.get());
        model.addAttribute("words", forms.of(Map.of(), request));
        return names.list();
    }

    String blank(HttpServletRequest request, Model model) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return show(forms.blank(names.day(), request), model);
    }

    String add(MultiValueMap<String, String> sent, HttpServletRequest request, Model model, RedirectAttributes next) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        SentForm form = forms.of(sent, request);
        Optional<T> fresh = read.apply(form);
        if (fresh.isEmpty()) {
            return show(form, model);
        }
        add.accept(fresh.get());
        next.addFlashAttribute("notice", names.done());
        return "redirect:" + names.address();
    }

    String remove(UUID id, String why, RedirectAttributes next) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        try {
            remove.accept(id, why);
            next.addFlashAttribute("notice", "consent.removed.done");
        } catch (IllegalArgumentException noReason) {
            next.addFlashAttribute("notice", "consent.error.reason");
        }
        return "redirect:" + names.address();
    }

    private String show(SentForm form, Model model) {
        model.addAttribute("form", form);
        return names.form();
    }
}
