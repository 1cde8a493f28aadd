'use strict';

// After "Send" the message is saved as a draft, and leaves when some seconds have passed without an "Undo". A browser that is closed
// meanwhile leaves the draft behind; once the message is sent, Roundcube removes it as it does with each draft.

const undoSend = {
  // 'idle', 'saving' (the draft), 'counting', or 'sending'
  state: 'idle',
  ends: 0,
  ticking: null,
  bar: null,

  begin(options) {
    if (rcmail.env.is_sent || this.state === 'counting') {
      return undefined;
    }
    if (!options?.nocheck && !rcmail.check_compose_input('send')) {
      return false;
    }
    this.state = 'saving';
    clearTimeout(rcmail.save_timer);
    rcmail.submit_messageform(true);
    return false;
  },

  // The server has answered: the draft is saved, or could not be, which need not keep the message from being sent.
  draftIsSaved() {
    if (this.state === 'saving') {
      this.state = 'counting';
      clearTimeout(rcmail.save_timer);
      this.ends = Date.now() + rcmail.env.postern_undo_send * 1000;
      this.show();
      this.ticking = setInterval(() => this.tick(), 200);
    }
  },

  tick() {
    const seconds = Math.ceil((this.ends - Date.now()) / 1000);
    this.bar.querySelector('.postern-undo-send-counter').textContent = this.text(Math.max(seconds, 0));
    if (seconds <= 0) {
      this.send();
    }
  },

  send() {
    this.state = 'sending';
    this.hide();
    clearTimeout(rcmail.save_timer);
    // Not by the command "send", which does nothing while webmail is looking for new mail.
    rcmail.submit_messageform();
    this.state = 'idle';
  },

  undo() {
    this.state = 'idle';
    this.hide();
    rcmail.display_message(rcmail.get_label('postern.sendingundone'), 'confirmation');
    rcmail.auto_save_start();
  },

  // A modal dialog: what is behind it cannot be changed, and it keeps the focus.
  show() {
    const bar = document.createElement('dialog');
    bar.className = 'postern-undo-send';
    bar.setAttribute('aria-labelledby', 'postern-undo-send-text');
    const status = document.createElement('p');
    status.setAttribute('role', 'status');
    // Heard once, while the counter is only seen.
    status.append(
      this.element('span', 'sr-only', this.text(rcmail.env.postern_undo_send), { id: 'postern-undo-send-text' }),
      this.element('span', 'postern-undo-send-counter', this.text(rcmail.env.postern_undo_send), { 'aria-hidden': 'true' }));
    const undo = this.button('undo', 'btn btn-primary', () => this.undo());
    bar.append(status, undo, this.button('sendnow', 'btn btn-secondary', () => this.send()));
    bar.addEventListener('cancel', (event) => {
      event.preventDefault();
      this.undo();
    });
    document.body.append(bar);
    this.bar = bar;
    bar.showModal();
    undo.focus();
  },

  hide() {
    clearInterval(this.ticking);
    this.bar.close();
    this.bar.remove();
  },

  button(label, classes, onClick) {
    const button = this.element('button', classes, rcmail.get_label('postern.' + label), { type: 'button' });
    button.addEventListener('click', onClick);
    return button;
  },

  element(name, classes, text, attributes) {
    const element = document.createElement(name);
    element.className = classes;
    element.textContent = text;
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    return element;
  },

  text(seconds) {
    return rcmail.get_label('postern.sendingin').replace('$seconds', seconds);
  },
};

rcmail.addEventListener('beforesend', (options) => undoSend.begin(options));
// A draft that is saved for any other reason begins no countdown.
rcmail.addEventListener('beforesavedraft', () => {
  if (undoSend.state === 'saving') {
    undoSend.state = 'idle';
  }
});

// Roundcube's answer to a draft ends with this call, whether it was saved or not.
const autoSaveStart = rcmail.auto_save_start;
rcmail.auto_save_start = function () {
  autoSaveStart.call(rcmail);
  setTimeout(() => undoSend.draftIsSaved());
};

window.addEventListener('beforeunload', (event) => {
  if (undoSend.state === 'counting') {
    event.preventDefault();
  }
});
