package se.ledfyr.support.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.casework.TooLate;
import se.ledfyr.programmes.GrantId;
import se.ledfyr.support.Clash;

/// Does something on the page of somebody in the programme and leads back to it; what cannot be is said there.
///
/// @param field where a clash is shown
/// @param anchor the part of the page it belongs to
record Act(GrantId id, Form form, String field, String anchor, String done) {

    String run(CourseDesk desk, HttpServletRequest request, Model model, RedirectAttributes next, Runnable work) {
        if (form.isRight()) {
            try {
                work.run();
                next.addFlashAttribute("notice", done);
                return "redirect:/support/grants/" + id.value() + "#" + anchor;
            } catch (Clash clash) {
                form.wrong(field, "support.clash." + clash.what().name());
            } catch (TooLate late) {
                form.wrong(field, "support.error.ended");
            } catch (IllegalArgumentException cannotBe) {
                form.wrong(field, "support.error.days");
            }
        }
        return desk.lay(id, form, request, model);
    }
}
