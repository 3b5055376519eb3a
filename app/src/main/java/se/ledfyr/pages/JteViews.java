package se.ledfyr.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.config.annotation.ViewResolverRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Resolves the view name `casework/worklist` to the precompiled template `src/main/jte/casework/worklist.jte`.
@Component
class JteViews implements WebMvcConfigurer {

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final PageMaker pages;

    JteViews(PageMaker pages) {
        this.pages = pages;
    }

    @Override
    public void configureViewResolvers(ViewResolverRegistry registry) {
        registry.viewResolver(
                (name, locale) -> name.contains(":") ? null : new Template(templates, pages, name + ".jte"));
    }

    private record Template(TemplateEngine templates, PageMaker pages, String file) implements View {

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        /// The page is complete before the first byte leaves: a template that fails shows the error page, never half.
        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            Map<String, Object> parameters = new HashMap<>(model == null ? Map.of() : model);
            parameters.put("page", pages.make(request, parameters.get("notice")));
            StringOutput html = new StringOutput(16_384);
            templates.render(file, parameters, html);
            response.setContentType(getContentType());
            response.setLocale(Locale.of(pages.language(request)));
            response.getWriter().write(html.toString());
        }
    }
}
