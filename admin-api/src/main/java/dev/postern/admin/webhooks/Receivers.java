package dev.postern.admin.webhooks;

/** Programs elsewhere, by what they are told. */
interface Receivers {

    Answer tell(TargetUrl url, Message message);
}
