/** Who is signed in and what is under way: in no backup, and gone after a restore. */
export const NOT_RESTORED: readonly string[] = [
  ...['session', 'pending_sign_in', 'password_reset', 'reset_request'],
  ...['setup_token', 'passkey_challenge'],
  ...['rate_limit', 'request_key', 'api_token', 'api_answer'],
  ...['webhook', 'webhook_message', 'notification_message', 'push_subscription'],
]
