package dev.postern.admin.webhooks;

/** What came of telling a receiver. */
sealed interface Answer {

    /** It answered by HTTP. */
    record Heard(int status) implements Answer {

        boolean isGood() {
            return status >= 200 && status < 300;
        }

        /** It says that it does not want to hear anything ever again. */
        boolean isGone() {
            return status == 410;
        }
    }

    /** It did not, or may not be asked. */
    record Unheard(String why) implements Answer {}
}
