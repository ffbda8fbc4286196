export const en = {
  messages: {
    title: 'Messages',
    own: 'To me and my office',
    noOwn: 'Nothing unread.',
    unread: '{{count}} unread',
    read: 'Read',
    readOne: 'Mark as read: {{subject}}',
    undelivered: 'Not delivered to people',
    noUndelivered: 'Everything has arrived or is on its way.',
    to: 'To {{who}}, at {{at}}',
    tried: 'tried {{count}} times',
    by: 'Send by {{channel}}',
    byOf: 'Send by {{channel}}: dossier {{code}}',
    noChannel: 'No other channel is left: see or call whoever it is for.',
    queued: 'Queued, goes by {{channel}}.',
    unreachable: 'People without any address',
    noAddress:
      '{{who}}, since {{since}}: {{count}} notices have not reached them. Ask for a telephone or e-mail when they come.',
    more: 'Show more',
    channels: { email: 'e-mail', sms: 'text message', zalo: 'Zalo', 'in-app': 'the account here' },
    states: {
      failed: 'refused by the provider',
      'given-up': 'could not be sent, given up',
      ambiguous: 'not known whether it arrived',
    },
    recipients: { applicant: 'the applicant', representative: 'the representative', giver: 'who gave feedback' },
  },
}
