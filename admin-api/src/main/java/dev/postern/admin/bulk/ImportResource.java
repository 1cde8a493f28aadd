package dev.postern.admin.bulk;

import dev.postern.admin.web.ProblemKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** What came of a file as the API shows it. */
@Schema(name = "CsvImport")
record ImportResource(
        @Schema(description = "How many accounts the file has", example = "2")
        int lines,

        @Schema(description = "What is in the way; with any of it nothing is imported")
        List<Line> problems,

        @Schema(description = "How many problems there are; the first 200 are told", example = "0")
        int problemCount,

        @Schema(description = "Whether it was done", example = "true")
        boolean imported,

        @Schema(description = "Those that were made; they are told this once and kept as hashes alone")
        List<NewPassword> passwords) {

    static ImportResource of(ImportReport report) {
        return new ImportResource(
                report.lines(),
                report.problems().stream().map(Line::of).toList(),
                report.problemCount(),
                report.imported(),
                report.passwords().stream()
                        .map(made ->
                                new NewPassword(made.address(), made.password().text()))
                        .toList());
    }

    /** A file that was to be imported and cannot be is refused, with all that is wrong with it. */
    static ImportResource unlessRefused(ImportReport report) {
        if (report.imported()) {
            return of(report);
        }
        var problem = ProblemKind.UNFIT.about(
                "file",
                "The file has %d problems, so nothing was imported. Mend the lines that are named, and send all of it again."
                        .formatted(report.problemCount()));
        problem.setProperty("lines", of(report).problems());
        throw new ErrorResponseException(HttpStatus.valueOf(problem.getStatus()), problem, null);
    }

    @Schema(name = "CsvLineProblem")
    record Line(
            @Schema(example = "17") long line,

            @Schema(description = "The column, or empty", example = "address")
            String field,

            String detail) {

        static Line of(LineProblem problem) {
            return new Line(problem.line(), problem.field(), problem.detail());
        }
    }

    @Schema(name = "CsvNewPassword")
    record NewPassword(
            @Schema(example = "alice@example.org") String address,
            @Schema(type = "string", format = "password") String password) {}
}
