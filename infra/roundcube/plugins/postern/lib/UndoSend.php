<?php

namespace postern;

use rcube;

/** Waits some seconds before a message leaves, as the user prefers. undo_send.js does the waiting. */
final class UndoSend
{
    private const SECONDS = 'postern_undo_send';
    private const CHOICES = [0, 5, 10, 20, 30];
    private const USUAL = 10;

    public function __construct(private readonly \rcmail $rcmail, private readonly \postern $plugin)
    {
    }

    public function addToTheComposeForm(array $request): array
    {
        if ($request['task'] === 'mail' && $request['action'] === 'compose' && $this->seconds() > 0) {
            $this->rcmail->output->set_env(self::SECONDS, $this->seconds());
            $this->plugin->add_label('sendingin', 'undo', 'sendnow', 'sendingundone');
            $this->plugin->include_script('undo_send.js');
            // Not by include_stylesheet(), which looks for the file in this image.
            $this->rcmail->output->include_css('plugins/postern/undo_send.css');
        }
        return $request;
    }

    /** In Settings, Preferences, Composing Messages. */
    public function offer(array $page): array
    {
        if ($page['section'] === 'compose') {
            $select = new \html_select(['name' => '_' . self::SECONDS, 'id' => self::SECONDS, 'class' => 'custom-select']);
            foreach (self::CHOICES as $seconds) {
                $select->add($this->named($seconds), (string) $seconds);
            }
            $page['blocks']['main']['options'][self::SECONDS] = [
                'title' => \html::label(self::SECONDS, rcube::Q($this->plugin->gettext('undosend'))),
                'content' => $select->show((string) $this->seconds()),
            ];
        }
        return $page;
    }

    public function save(array $page): array
    {
        $wanted = filter_var($_POST['_' . self::SECONDS] ?? null, FILTER_VALIDATE_INT);
        if ($page['section'] === 'compose' && in_array($wanted, self::CHOICES, true)) {
            $page['prefs'][self::SECONDS] = $wanted;
        }
        return $page;
    }

    private function seconds(): int
    {
        return (int) $this->rcmail->config->get(self::SECONDS, self::USUAL);
    }

    private function named(int $seconds): string
    {
        return $seconds === 0
            ? $this->plugin->gettext('undosendoff')
            : $this->plugin->gettext(['name' => 'undosendseconds', 'vars' => ['seconds' => $seconds]]);
    }
}
