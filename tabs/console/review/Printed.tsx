import { FluentProvider, teamsLightTheme } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';

const PAPER = `
  .turntable-printed { display: none; }
  @page { size: A4; margin: 16mm; }
  @media print {
    body:has(> .turntable-printed) > :not(.turntable-printed) { display: none !important; }
    .turntable-printed { display: block; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  }
`;

/** What a printer gets instead of the screen: dark on white, whatever the theme. Nothing of it is on screen. */
export function Printed({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement>();
  useEffect(() => {
    const made = document.body.appendChild(document.createElement('div'));
    made.className = 'turntable-printed';
    made.dir = document.documentElement.dir;
    setPlace(made);
    return () => made.remove();
  }, []);
  if (!place) return null;
  const dir = place.dir === 'rtl' ? 'rtl' : 'ltr';
  return createPortal(
    <>
      <style>{PAPER}</style>
      <FluentProvider theme={teamsLightTheme} dir={dir}>
        {children}
      </FluentProvider>
    </>,
    place,
  );
}
