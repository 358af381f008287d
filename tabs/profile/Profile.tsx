import { useTranslation } from 'react-i18next';
import { useProfile } from '../api/profile.ts';
import { Page } from '../parts/Page.tsx';
import { Ready } from '../parts/Ready.tsx';
import { PhotoCard } from './PhotoCard.tsx';
import { ProfileForm } from './ProfileForm.tsx';

/** A photo of one's own, and everything the bot can learn in conversation, as a form. */
export function Profile({ name }: { name: string }) {
  const { t } = useTranslation('tab');
  const profile = useProfile();
  return (
    <Page title={t('profile.title')} lead={t('profile.lead')}>
      <Ready query={profile}>
        {(known) => (
          <>
            <PhotoCard name={name} />
            <ProfileForm known={known} />
          </>
        )}
      </Ready>
    </Page>
  );
}
