package dev.postern.admin.statistics;

/**
 * How often a token was used.
 *
 * @param refused those of the calls that were answered with 4xx
 */
public record ApiUse(String token, long calls, long refused) {

    ApiUse and(ApiUse more) {
        return new ApiUse(token, calls + more.calls, refused + more.refused);
    }
}
