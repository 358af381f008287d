import { useTranslation } from 'react-i18next';
import { useProfile } from '../api/profile.ts';
import { Page } from '../parts/Page.tsx';
import { Ready } from '../parts/Ready.tsx';
import { ProfileForm } from './ProfileForm.tsx';

/** Everything the bot can learn in conversation, as a form. */
export function Profile() {
  const { t } = useTranslation('tab');
  const profile = useProfile();
  return (
    <Page title={t('profile.title')} lead={t('profile.lead')}>
      <Ready query={profile}>{(known) => <ProfileForm known={known} />}</Ready>
    </Page>
  );
}
