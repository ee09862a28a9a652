import { getAccount } from '../../client/training-client.ts';
import { useAsked } from '../use-asked.ts';
import { ROLE_LABEL } from './role.ts';

/** In the bar on top: who is signed in at the training platform, and the way to 我的账户. */
export function AccountLink() {
  const { value: account } = useAsked('account', getAccount, ({ type }) => /^(?:account|roster)\./.test(type));
  return (
    <a class="account-link" href="/account" data-testid="account-link">
      {account ? (
        <>
          <span class="hidden-name">我的账户：</span>
          {account.name}
          <span class="account-role">{ROLE_LABEL[account.role]}</span>
        </>
      ) : (
        '登录'
      )}
    </a>
  );
}
